// The messages in the workbench's inbox, and which of them were read in this browser.
import { readJson } from '../server/workbench-api';

export interface MessageSummary {
  readonly id: string;
  readonly receivedAt: string;
  readonly from: string;
  readonly to: readonly string[];
  /** The same people with their names. */
  readonly named: readonly string[];
  readonly subject: string;
}

export interface InboxMessage extends MessageSummary {
  readonly cc: readonly string[];
  readonly replyTo: readonly string[];
  readonly text: string;
  readonly html: boolean;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly {
    readonly filename: string | null;
    readonly contentType: string;
    readonly size: number;
  }[];
}

export async function fetchMessages(): Promise<MessageSummary[]> {
  const messages = (await readJson('/inbox/messages')) as MessageSummary[]; // the inbox's own answer
  return messages.toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt));
}

export async function fetchMessage(id: string): Promise<InboxMessage> {
  return (await readJson(messageAddress(id))) as InboxMessage; // the inbox's own answer
}

export function messageAddress(
  id: string,
  part: '' | '/html' | '/raw' | `/files/${number}` = '',
): string {
  return `/inbox/messages/${encodeURIComponent(id)}${part}`;
}

const STORED_UNDER = 'lectern.read-mail';
const REMEMBERED = 2000;

/** Ids start again with a new data file; with the time of arrival they do not repeat. */
function keyOf({ id, receivedAt }: MessageSummary): string {
  return `${id}@${receivedAt}`;
}

/** Not another one with its id, from another data file. */
export function isListed(message: MessageSummary, messages: readonly MessageSummary[]): boolean {
  return messages.some((other) => keyOf(other) === keyOf(message));
}

export function isRead(message: MessageSummary): boolean {
  return readKeys().includes(keyOf(message));
}

export function markRead(message: MessageSummary): void {
  const keys = readKeys();
  if (keys.includes(keyOf(message))) return;
  localStorage.setItem(STORED_UNDER, JSON.stringify([...keys, keyOf(message)].slice(-REMEMBERED)));
}

export function countUnread(messages: readonly MessageSummary[]): number {
  const keys = new Set(readKeys());
  return messages.filter((message) => !keys.has(keyOf(message))).length;
}

function readKeys(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED_UNDER) ?? '[]');
    return Array.isArray(stored) ? stored.map(String) : [];
  } catch {
    return []; // somebody else's text under our name: everything counts as unread
  }
}

/** Every word of the search is in a name, an address or the subject. */
export function matchesSearch(message: MessageSummary, search: string): boolean {
  const { from, named, subject } = message;
  const said = [from, ...named, subject].join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
