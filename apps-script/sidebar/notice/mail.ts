// One person's mail exactly as it will be sent, with a choice of recipient.
import type { NoticePreview } from '#core/contract/weekly-notice';
import type { PanelContext } from '../panel-context';
import { callFunction } from '../bridge';
import { button, fillWith, h } from '../dom';
import { explain, explainInLine } from '../problem-view';
import type { Say } from '../say';

type Sample = NonNullable<NoticePreview['sample']>;
type PreviewWithSample = NoticePreview & { readonly sample: Sample };

export interface PreviewActions {
  /** The same preview with this person's mail as the sample. */
  fetchFor(memberId: string): Promise<NoticePreview>;
  send(): void;
  /** Makes a new preview. */
  again(): void;
  /** Makes the preview of another session. */
  choose(sessionId: string): void;
  /** The workbook has changed since the preview was made. */
  changed(newer: NoticePreview): void;
}

export function mailView(
  context: PanelContext,
  preview: PreviewWithSample,
  actions: PreviewActions,
): HTMLElement {
  const { say } = context;
  const mail = h('div', { class: 'mail', 'data-testid': 'notice-sample', 'aria-live': 'polite' });
  fillWith(mail, ...sampleView(say, preview.sample));
  const choose = recipientChoice(preview);
  choose.addEventListener('change', () => {
    void context.runExclusively(async () => {
      mail.setAttribute('aria-busy', 'true');
      fillWith(mail, h('p', { class: 'small' }, say('notice.loading')));
      try {
        const newer = await actions.fetchFor(choose.value);
        if (newer.fingerprint !== preview.fingerprint || newer.sample === null)
          actions.changed(newer);
        else fillWith(mail, ...sampleView(say, newer.sample));
      } catch (error) {
        const { detail, nextStep } = explain(error, say);
        fillWith(
          mail,
          h('p', { role: 'alert' }, detail),
          h('p', {}, say('next', { step: nextStep })),
        );
      } finally {
        mail.removeAttribute('aria-busy');
      }
    });
  });
  return h(
    'div',
    { class: 'sample' },
    h('h3', {}, say('notice.sample')),
    h('label', { class: 'whose' }, h('span', { class: 'small' }, say('notice.whose')), choose),
    mail,
    testBar(context, preview, () => choose.value),
  );
}

/** Sends the shown mail to the clerk, and confirms it beside the button. */
function testBar(
  context: PanelContext,
  { kind, occasion }: NoticePreview,
  chosen: () => string,
): HTMLElement {
  const { say } = context;
  const line = h('span', { class: 'small', role: 'status', 'data-testid': 'notice-tested' });
  const send = () =>
    void context.runExclusively(async () => {
      line.textContent = '';
      try {
        const request = {
          action: 'test',
          kind,
          occasionId: occasion.id,
          memberId: chosen(),
        } as const;
        const answer = await callFunction('weeklyNotice', request);
        if (answer.action === 'test') line.textContent = say('notice.tested', { to: answer.to });
      } catch (error) {
        line.textContent = explainInLine(error, say);
      }
    });
  const attributes = { class: 'button text', 'data-action': 'notice-test' };
  return h('div', { class: 'test-bar' }, button(say('notice.test'), attributes, send), line);
}

function recipientChoice({ recipients, sample }: PreviewWithSample): HTMLSelectElement {
  const shown = recipients.find(({ address }) => sample.to.includes(address));
  const options = recipients.map(({ memberId, name }) =>
    h('option', { value: memberId, selected: memberId === shown?.memberId || null }, name),
  );
  return h('select', { 'data-action': 'notice-recipient' }, ...options);
}

function sampleView(say: Say, sample: Sample): HTMLElement[] {
  const text = h('pre', { tabindex: 0 }, sample.text);
  const html = htmlFrame(say, sample.html);
  const asHtml = button(say('notice.html'), { 'aria-pressed': 'true' }, () => show(true));
  const asText = button(say('notice.text'), { 'aria-pressed': 'false' }, () => show(false));
  const show = (htmlShown: boolean) => {
    html.hidden = !htmlShown;
    text.hidden = htmlShown;
    asHtml.setAttribute('aria-pressed', String(htmlShown));
    asText.setAttribute('aria-pressed', String(!htmlShown));
  };
  show(true);
  return [
    h(
      'dl',
      {},
      h('dt', {}, say('notice.to')),
      h('dd', {}, sample.to),
      h('dt', {}, say('notice.subject')),
      h('dd', {}, sample.subject),
    ),
    h('div', { class: 'formats' }, asHtml, asText),
    html,
    text,
  ];
}

/** No scripts, no forms, no loading, and links without a target. */
const GUARD =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">' +
  '<base target="_blank">';

function htmlFrame(say: Say, html: string): HTMLIFrameElement {
  return h('iframe', { sandbox: '', title: say('notice.sample'), srcdoc: GUARD + html });
}
