import { expect, test } from '@jest/globals';
import { withThemeColors } from '#src/xlsx/import/theme-colors';

const THEME =
  '<a:theme><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2><a:accent1><a:srgbClr val="4472c4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>';

test.each([
  ['<fgColor theme="0"/>', '<fgColor rgb="FFFFFFFF"/>'],
  ['<fgColor theme="2"/>', '<fgColor rgb="FFE7E6E6"/>'],
  ['<color theme="3"/>', '<color rgb="FF44546A"/>'],
  ['<fgColor theme="4" tint="0"/>', '<fgColor rgb="FF4472C4"/>'],
  // Excel's own arithmetic ends up to one step beside these.
  ['<fgColor theme="4" tint="0.59999389629810485"/>', '<fgColor rgb="FFB4C7E7"/>'],
  ["<x:color tint='-0.249977111117893' theme='4'></x:color>", '<x:color rgb="FF2F5597"></x:color>'],
  ['<fgColor theme="0" tint="-0.14999847407452621"/>', '<fgColor rgb="FFD9D9D9"/>'],
  ['<color theme="1"/>', '<color theme="1"/>'],
  ['<color theme="1" tint="0.499984740745262"/>', '<color rgb="FF7F7F7F"/>'],
  ['<color theme="5"/>', '<color theme="5"/>'],
  ['<color rgb="FF112233"/>', '<color rgb="FF112233"/>'],
  ['<colors theme="3"/>', '<colors theme="3"/>'],
])('%s is %s', (before, after) => {
  expect(withThemeColors(before, THEME)).toBe(after);
});

test('without a theme nothing is changed', () => {
  expect(withThemeColors('<color theme="4"/>', undefined)).toBe('<color theme="4"/>');
});
