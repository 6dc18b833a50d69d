import conditions from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import core from '@univerjs/preset-sheets-core/locales/zh-CN';
import validation from '@univerjs/preset-sheets-data-validation/locales/zh-CN';

export const parts = [core, validation, conditions];
