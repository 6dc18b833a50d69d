/** What a file is that was to be opened as .xlsx, and what to do, by the reason that the Sheets server gives. */
import { text, type Text } from '#core/text/language';

/** Placed around the sentences of a reason. */
export const NOT_OPENED: Text = text('{path} 打不开。{what}{todo}', '{path} 打不開。{what}{todo}', '{path} cannot be opened. {what} {todo}');

interface Refused {
  readonly what: Text;
  readonly todo: Text;
}

const SAVE_AS: Text = text(
  '请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”，再打开那个文件。',
  '請用 Excel 或 WPS 開啟它，另存為「Excel 活頁簿（.xlsx）」，再開啟那個檔案。',
  'Open it in Excel or WPS, save it as "Excel workbook (.xlsx)", and open that file.',
);
const GET_AGAIN: Text = text('请向发来文件的人重新索取，或重新下载。', '請向傳來檔案的人重新索取，或重新下載。', 'Ask for it again, or download it again.');

export const REFUSED_FILES: Readonly<Record<string, Refused>> = {
  emptyFile: {
    what: text('它是空文件。', '它是空檔案。', 'It is no workbook that can be read: it is empty.'),
    todo: GET_AGAIN,
  },
  oldExcel: {
    what: text(
      '它是旧版 Excel 格式（.xls），只是改了名字。',
      '它是舊版 Excel 格式（.xls），只是改了名字。',
      'It is no workbook that can be read: it is in the old Excel format (.xls) under another name.',
    ),
    todo: SAVE_AS,
  },
  passwordProtected: {
    what: text('它有密码保护。', '它有密碼保護。', 'It is no workbook that can be read: it is protected with a password.'),
    todo: text(
      '请在 Excel 或 WPS 中输入密码打开，取消密码后保存，再打开。',
      '請在 Excel 或 WPS 中輸入密碼開啟，取消密碼後儲存，再開啟。',
      'Open it in Excel or WPS with its password, remove the password, save it, and try again.',
    ),
  },
  otherOffice: {
    what: text('它是别的办公软件的文件，例如 Word 文档。', '它是別的辦公軟體的檔案，例如 Word 文件。', 'It is no workbook that can be read: it belongs to another office program, such as Word.'),
    todo: text('请选择电子表格文件。', '請選擇試算表檔案。', 'Choose a spreadsheet file.'),
  },
  binaryExcel: {
    what: text('它是 Excel 二进制工作簿（.xlsb）。', '它是 Excel 二進位活頁簿（.xlsb）。', 'It is no workbook that can be read: it is an Excel binary workbook (.xlsb).'),
    todo: SAVE_AS,
  },
  openDocument: {
    what: text('它是 OpenDocument 文件（.ods）。', '它是 OpenDocument 檔案（.ods）。', 'It is no workbook that can be read: it is an OpenDocument file (.ods).'),
    todo: SAVE_AS,
  },
  appleNumbers: {
    what: text('它是 Numbers 文稿。', '它是 Numbers 文件。', 'It is no workbook that can be read: it is a Numbers document.'),
    todo: text(
      '请在 Numbers 中选“文件—导出为—Excel”，再打开导出的文件。',
      '請在 Numbers 中選「檔案—輸出至—Excel」，再開啟輸出的檔案。',
      'In Numbers choose File, Export To, Excel, and open the exported file.',
    ),
  },
  excelXml: {
    what: text('它是 2003 年的 Excel XML 格式。', '它是 2003 年的 Excel XML 格式。', 'It is no workbook that can be read: it is in the Excel XML format of 2003.'),
    todo: SAVE_AS,
  },
  webPage: {
    what: text(
      '它其实是网页（HTML），许多系统导出的“Excel”就是这样。',
      '它其實是網頁（HTML），許多系統匯出的「Excel」就是這樣。',
      'It is no workbook that can be read: it is a web page (HTML), as many systems export it for Excel.',
    ),
    todo: SAVE_AS,
  },
  plainText: {
    what: text('它其实是文本文件（CSV）。', '它其實是文字檔（CSV）。', 'It is no workbook that can be read: it is a text file (CSV).'),
    todo: SAVE_AS,
  },
  pdf: {
    what: text('它是 PDF 文件。', '它是 PDF 檔案。', 'It is no workbook that can be read: it is a PDF file.'),
    todo: text('请索取原来的电子表格文件。', '請索取原來的試算表檔案。', 'Ask for the spreadsheet that it was made from.'),
  },
  damaged: {
    what: text('它已损坏，或没有传完整。', '它已損壞，或沒有傳完整。', 'It is no workbook that can be read: it is damaged or not complete.'),
    todo: GET_AGAIN,
  },
  tooLarge: {
    what: text('它的内容太多，无法读取。', '它的內容太多，無法讀取。', 'It is no workbook that can be read: it holds too much.'),
    todo: text('请把需要的工作表另存为单独的文件，再打开。', '請把需要的工作表另存為單獨的檔案，再開啟。', 'Save the tabs that you need in a file of their own, and open that.'),
  },
  unknown: {
    what: text('它不是 .xlsx 文件，也认不出是什么格式。', '它不是 .xlsx 檔案，也認不出是什麼格式。', 'It is no workbook that can be read: its format is unknown.'),
    todo: GET_AGAIN,
  },
};
