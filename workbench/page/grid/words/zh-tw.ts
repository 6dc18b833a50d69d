import conditions from '@univerjs/preset-sheets-conditional-formatting/locales/zh-TW';
import core from '@univerjs/preset-sheets-core/locales/zh-TW';
import validation from '@univerjs/preset-sheets-data-validation/locales/zh-TW';

export const parts = [core, validation, conditions];
