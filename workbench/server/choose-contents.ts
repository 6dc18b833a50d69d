/** What a new data file starts with: a sample, or the workbook of an .xlsx file. */
import type { Language } from '#core/text/language';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { prepareWorkbook, type SampleName } from '../samples/prepare-workbook';
import { isMadeFrom, readXlsxFile, uploadWorkbook } from '../xlsx-file/upload-workbook';

interface Wishes {
  readonly dataFile: string;
  readonly sample: SampleName;
  readonly xlsxFile: string | null;
  readonly language: Language;
}

interface Contents {
  /** Makes the workbook of a new data file through the API below this address. */
  readonly prepare: (rootUrl: string) => Promise<unknown>;
  /** Throws, with what to do, when the data file was there and holds another workbook. */
  readonly check: (rootUrl: string, spreadsheetId: string) => Promise<void>;
}

export async function chooseContents(wishes: Wishes): Promise<Contents> {
  const { dataFile, sample, xlsxFile, language } = wishes;
  if (xlsxFile === null) {
    return {
      prepare: (rootUrl) => prepareWorkbook({ rootUrl, sample, language }),
      check: () => Promise.resolve(),
    };
  }
  const file = await readXlsxFile(xlsxFile);
  return {
    prepare: (rootUrl) => uploadWorkbook({ rootUrl, file, language }),
    async check(rootUrl, spreadsheetId) {
      if (await isMadeFrom(file, localSheetsClient(rootUrl), spreadsheetId)) return;
      throw new Error(
        `${dataFile} already holds another workbook or an earlier version of ${xlsxFile}, with what was changed in it since. To go on with that one, start with --data and without --open. To open the file, add --data with a new name.`,
      );
    },
  };
}
