// The words of the form in which a visitor says who they are.
import { text } from '#core/text/language';

export const IDENTITY_TEXTS = {
  name: text('姓名', '姓名', 'Name'),
  digits: text('手机号后四位', '手機號後四位', 'Last four digits of your telephone number'),
} as const;
