/** Stands in for the files and the service account of that client's tests. */
export const DOC_IDS = JSON.parse(process.env.EMULATOR_FILES ?? '{}');

export const testServiceAccountAuth = {
  getRequestHeaders: () =>
    Promise.resolve(
      new globalThis.Headers({ authorization: `Bearer ${process.env.EMULATOR_CALLER}` }),
    ),
};
