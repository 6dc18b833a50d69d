// What the workbench sends the page while it is open.
import type { ClockState } from './workbench-api';

export interface Listeners {
  workbook?(change: { readonly sheetIds: readonly number[] }): void;
  mail?(): void;
  clock?(state: ClockState): void;
  select?(place: { readonly sheetId: number; readonly a1: string }): void;
  /** The script has something to say: to everybody, or about an edit to the page that sent it. */
  toast?(said: { readonly message: string; readonly sender: string | null }): void;
  /** The connection came back: anything may have happened in between. */
  reopened?(): void;
  lost?(): void;
}

export function listen(listeners: Listeners): void {
  const source = new EventSource('/events');
  const on = (name: string, tell: ((data: never) => void) | undefined) => {
    if (tell === undefined) return;
    source.addEventListener(name, (event: MessageEvent<string>) => {
      tell(JSON.parse(event.data) as never); // each event carries what its listener declares
    });
  };
  on('workbook', listeners.workbook?.bind(listeners));
  on('mail', listeners.mail?.bind(listeners));
  on('clock', listeners.clock?.bind(listeners));
  on('select', listeners.select?.bind(listeners));
  on('toast', listeners.toast?.bind(listeners));
  watchConnection(source, listeners);
}

function watchConnection(source: EventSource, listeners: Listeners): void {
  let isLost = false;
  source.addEventListener('error', () => {
    isLost = true;
    listeners.lost?.();
  });
  source.addEventListener('open', () => {
    if (isLost) listeners.reopened?.();
    isLost = false;
  });
}
