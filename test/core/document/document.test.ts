import { describe, expect, test } from '@jest/globals';
import { documentHtml } from '#core/document/document-html';
import { documentText } from '#core/document/document-text';
import { bodyLine, headingLine, type OfficialDocument } from '#core/document/official-document';

const PAPER: OfficialDocument = {
  language: 'zh-CN',
  title: '学习<方案>',
  blocks: [
    { kind: 'paragraph', look: 'plain', text: '各单位：' },
    headingLine('一、时间'),
    bodyLine('每周五 & 周六。'),
    {
      kind: 'table',
      columns: [
        { label: '期次', width: 1, align: 'centre' },
        { label: '金额', width: 3, align: 'right' },
      ],
      rows: [
        ['1', '3,550.00'],
        ['合计', '<b>'],
      ],
      boldRows: [1],
    },
    { kind: 'paragraph', look: 'signature', text: '区委组织部' },
  ],
};

const ENGLISH_PAPER: OfficialDocument = {
  language: 'en',
  title: 'Bulletin',
  blocks: [headingLine('1. Overall'), bodyLine('Three sessions were held.')],
};

describe('documentHtml', () => {
  const markup = documentHtml(PAPER);

  test('escapes every text', () => {
    expect(markup).toContain('学习&lt;方案&gt;');
    expect(markup).toContain('每周五 &amp; 周六。');
    expect(markup).toContain('&lt;b&gt;');
    expect(markup).not.toContain('<b>');
  });

  test('gives a table a header row, widths in per cent, and sums in bold', () => {
    expect(markup).toMatch(/<th scope="col" style="[^"]*width:25%[^"]*">期次<\/th>/);
    expect(markup).toMatch(/<td style="[^"]*text-align:right;font-weight:bold">&lt;b&gt;<\/td>/);
    expect(markup).toMatch(/<td style="[^"]*text-align:right">3,550.00<\/td>/);
  });

  test('has its looks on the elements, because a paste drops style sheets', () => {
    expect(markup).not.toMatch(/<style|class=/);
    expect(markup).toMatch(/<h2 style="[^"]*&#39;黑体&#39;[^"]*">一、时间<\/h2>/);
    expect(markup).toMatch(/<p style="[^"]*text-align:right[^"]*">区委组织部<\/p>/);
  });

  test('indents by two characters in Chinese; in English headings are bold and paragraphs parted', () => {
    expect(markup.match(/text-indent:2em/g)).toHaveLength(2);
    const english = documentHtml(ENGLISH_PAPER);
    expect(english).not.toMatch(/text-indent|仿宋|黑体|楷体/);
    expect(english).toMatch(
      /<h2 style="margin:0 0 6pt;font-weight:bold;font-family:&#39;Times New Roman&#39;/,
    );
    expect(english).toMatch(
      /<p style="margin:0 0 6pt;text-align:justify;font-family:&#39;Times New Roman&#39;/,
    );
  });
});

describe('documentText', () => {
  test('indents headings and paragraphs, and parts cells by tabs', () => {
    expect(documentText(PAPER)).toBe(
      [
        '学习<方案>',
        '',
        '各单位：',
        '　　一、时间',
        '　　每周五 & 周六。',
        '期次\t金额',
        '1\t3,550.00',
        '合计\t<b>',
        '区委组织部',
      ].join('\n'),
    );
  });

  test('does not indent English by ideographic spaces', () => {
    expect(documentText(ENGLISH_PAPER)).toBe(
      ['Bulletin', '', '1. Overall', 'Three sessions were held.'].join('\n'),
    );
  });
});
