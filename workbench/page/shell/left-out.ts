// What an opened .xlsx file had to leave out, said once above the workbook.
import { fill, text, type Language, type Text } from '#core/text/language';
import { el } from '../dom';
import type { Texts } from '../texts';
import { LEFT_OUT_SENTENCES } from './left-out.texts';

export interface LeftOut {
  readonly kind: string;
  readonly places: readonly string[];
}

interface Parts {
  readonly language: Language;
  readonly texts: Texts;
  readonly leftOut: readonly LeftOut[];
  /** Called when the reader has closed the list. */
  readonly seen: () => void;
}

/** Null when nothing was left out. */
export function createLeftOut({ language, texts, leftOut, seen }: Parts): HTMLElement | null {
  if (leftOut.length === 0) return null;
  const sentences = leftOut.map((one) => sentenceOf(one, language));
  const close = el(
    'button',
    {
      type: 'button',
      class: 'left-out-close',
      onclick: () => {
        panel.remove();
        seen();
      },
    },
    texts.leftOutSeen,
  );
  const panel = el(
    'section',
    { class: 'left-out', role: 'region', 'aria-label': texts.leftOutTitle },
    el('h2', {}, texts.leftOutTitle),
    el('ul', {}, ...sentences.map((sentence) => el('li', {}, sentence))),
    close,
  );
  return panel;
}

function sentenceOf({ kind, places }: LeftOut, language: Language): string {
  const known: Text = LEFT_OUT_SENTENCES[kind] ?? LEFT_OUT_UNKNOWN;
  return fill(known[language], { places: places.join(language === 'en' ? ', ' : '、') });
}

const LEFT_OUT_UNKNOWN = text(
  '还有一些内容没有带进来：{places}。',
  '還有一些內容沒有帶進來：{places}。',
  'Something else was left out: {places}.',
);
