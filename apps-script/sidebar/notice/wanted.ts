// A panel asks the notice panel to preview one of its mails.
import type { NoticePreview } from '#core/contract/weekly-notice';

interface WantedNotice {
  readonly kind: NoticePreview['kind'];
  /** Without one: what the kind calls for now. */
  readonly occasionId?: string;
}

const WANTED = 'lectern-notice-wanted';

export function wantNotice(wanted: WantedNotice): void {
  document.dispatchEvent(new CustomEvent(WANTED, { detail: wanted }));
}

export function onNoticeWanted(preview: (wanted: WantedNotice) => void): void {
  document.addEventListener(WANTED, (event) => {
    preview((event as CustomEvent<WantedNotice>).detail); // only `wantNotice` sends it
  });
}
