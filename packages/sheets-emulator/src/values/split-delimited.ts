/** Delimited text (CSV, TSV) as rows of fields; quotes as in RFC 4180. */

export function splitDelimited(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let isQuoted = false;
  let position = 0;
  const endField = () => {
    rows.at(-1)?.push(field);
    field = '';
  };
  while (position < text.length) {
    const sign = text.charAt(position);
    if (isQuoted) {
      const isPair = sign === '"' && text.charAt(position + 1) === '"';
      if (sign === '"' && !isPair) isQuoted = false;
      else field += sign;
      position += isPair ? 2 : 1;
    } else if (sign === '"' && field === '') {
      isQuoted = true;
      position++;
    } else if (text.startsWith(delimiter, position)) {
      endField();
      position += delimiter.length;
    } else if (sign === '\n' || sign === '\r') {
      endField();
      rows.push([]);
      position += text.startsWith('\r\n', position) ? 2 : 1;
    } else {
      field += sign;
      position++;
    }
  }
  endField();
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop();
  return rows;
}
