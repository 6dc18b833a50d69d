/** All that programs outside this package may use; `sheets-emulator/a1` is for pages. */
export { start, type Emulator, type StartOptions } from './start';
export { openSheetsServer, type SheetsServer, type SheetsServerOptions } from './sheets-server';
export { XLSX_TYPE } from './drive/drive-file';
export { faultError, type Fault, type TakeFault } from './http/faults';
export { OWNER_EMAIL } from './model/defaults';
export { OTHER_ANSWERS, OWN_ANSWERS, type Quirks } from './model/quirks';
