// What the clerk chose in the preview; sent with every further call.
import type { ImportRowsRequest } from '#core/contract/import-rows';

type Sent = Extract<ImportRowsRequest, { action: 'preview'; kind: 'roster' }>;
export type PersonChoice = NonNullable<Sent['people']>[number];
export type Category = NonNullable<Sent['units']>[number]['category'];

export interface RosterWishes {
  day: string;
  readonly columns: Map<number, string | null>;
  readonly people: Map<number, PersonChoice>;
  readonly units: Map<string, Category>;
  readonly leaving: Set<string>;
  readonly inPlace: Set<string>;
}

export const noWishes = (): RosterWishes => ({
  day: '',
  columns: new Map(),
  people: new Map(),
  units: new Map(),
  leaving: new Set(),
  inPlace: new Set(),
});

export const wishesRequest = (wishes: RosterWishes) => ({
  ...(wishes.day === '' ? {} : { day: wishes.day }),
  columns: [...wishes.columns].map(([position, column]) => ({ position, column })),
  people: [...wishes.people.values()],
  units: [...wishes.units].map(([unit, category]) => ({ unit, category })),
  leaving: [...wishes.leaving],
  inPlace: [...wishes.inPlace],
});
