// Starts the grid component: Univer from its separate presets, in the page's language.
import { mergeLocales, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import type { GridWords } from './grid-words';
import { MENU } from './menu';

export function openUniver(container: HTMLElement, { locale, parts }: GridWords): FUniver {
  const univer = new Univer({ locale, locales: { [locale]: mergeLocales(...parts) } });
  for (const { plugins } of presets(container)) {
    for (const plugin of plugins) {
      if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
      else univer.registerPlugin(plugin);
    }
  }
  return FUniver.newAPI(univer);
}

function presets(container: HTMLElement) {
  return [
    UniverSheetsCorePreset({
      container,
      ribbonType: 'simple',
      menu: MENU,
      // Phone numbers are text here: no green triangle, no question.
      sheets: {
        disableForceStringAlert: true,
        disableForceStringMark: true,
        protectedRangeShadow: false,
      },
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
    }),
    // With the search box open, an input method's first letter leaks into the cell.
    UniverSheetsDataValidationPreset({ showSearchOnDropdown: false, showEditOnDropdown: false }),
    UniverSheetsConditionalFormattingPreset(),
  ];
}
