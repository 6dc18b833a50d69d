// The file is read back without the library that wrote it.
import { describe, expect, test } from '@jest/globals';
import { bodyLine, headingLine } from '#core/document/official-document';
import { docxWriter } from '#functions/adapters/documents/docx-writer';
import { readZip } from '#test/support/read-zip';

const written = async () => {
  const bytes = await docxWriter().write({
    language: 'zh-CN',
    title: '学习方案',
    blocks: [
      headingLine('一、时间 & 地点'),
      bodyLine('每周五下午。'),
      {
        kind: 'table',
        columns: [
          { label: '期次', width: 1 },
          { label: '金额', width: 2, align: 'right' },
        ],
        rows: [['1', '3,550.00']],
      },
      { kind: 'paragraph', look: 'signature', text: '2026年3月2日' },
    ],
  });
  return readZip(Buffer.from(bytes));
};

describe('docxWriter', () => {
  test('writes the texts in their order, escaped', async () => {
    const document = (await written()).get('word/document.xml') ?? '';
    const texts = [...document.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(
      ([, words]) => words,
    );
    expect(texts).toEqual([
      '学习方案',
      '一、时间 &amp; 地点',
      '每周五下午。',
      '期次',
      '金额',
      '1',
      '3,550.00',
      '2026年3月2日',
    ]);
  });

  test('sets the page of an official paper: A4, 37 mm above, 28 mm at the left', async () => {
    const document = (await written()).get('word/document.xml') ?? '';
    // 1 mm is 56.69 twentieths of a point.
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  });

  test('repeats a table’s header row and breaks no row between two pages', async () => {
    const document = (await written()).get('word/document.xml') ?? '';
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(2);
    // 156 mm are 8844 twentieths of a point; a third of it is 2948.
    expect(document).toContain('<w:gridCol w:w="2948"/><w:gridCol w:w="5896"/>');
  });

  test('sets the text in 仿宋 and the heading in 黑体, with alternatives where they are missing', async () => {
    const files = await written();
    const document = files.get('word/document.xml') ?? '';
    expect(document).toMatch(/w:eastAsia="黑体"[^/]*\/>[\s\S]*?一、时间/);
    expect(document).toMatch(/w:eastAsia="仿宋"[^/]*\/>[\s\S]*?每周五下午/);
    expect(files.get('word/fontTable.xml')).toContain(
      '<w:font w:name="黑体"><w:altName w:val="SimHei,STHeiti,Noto Sans CJK SC"/></w:font>',
    );
  });

  test('sets English without indent and Chinese typefaces, headings in bold', async () => {
    const bytes = await docxWriter().write({
      language: 'en',
      title: 'Bulletin',
      blocks: [headingLine('1. Overall'), bodyLine('Three sessions were held.')],
    });
    const files = readZip(Buffer.from(bytes));
    const document = files.get('word/document.xml') ?? '';
    const styles = files.get('word/styles.xml') ?? '';
    expect(document).not.toMatch(/仿宋|黑体|楷体/);
    expect(styles).not.toMatch(/仿宋|黑体|楷体/);
    expect(document).not.toMatch(/w:firstLine="[1-9]/);
    expect(document).toMatch(
      /w:hAnsi="Times New Roman"\/><w:b\/>(?:(?!<w:t[ >]).)*<w:t[^>]*>1\. Overall/,
    );
    expect(styles).toContain('<w:lang w:val="en" w:eastAsia="zh-CN"/>');
    expect(files.get('word/fontTable.xml')).not.toMatch(/仿宋|黑体|楷体/);
  });

  test('indents Chinese by two characters of 16 points', async () => {
    const document = (await written()).get('word/document.xml') ?? '';
    expect(document.match(/w:firstLine="640"/g)).toHaveLength(2);
  });
});
