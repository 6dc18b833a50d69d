import { describe, expect, it, test } from '@jest/globals';
import { readCommand } from '#workbench/options';

describe('readCommand', () => {
  it('starts with the district sample on the usual port when nothing is said', () => {
    expect(readCommand([])).toEqual({
      kind: 'run',
      options: {
        port: 8420,
        dataFile: '.lectern/workbook.json',
        sample: 'district',
        xlsxFile: null,
        openBrowser: true,
        runsSchedule: true,
        hasRegistry: false,
      },
    });
  });

  it('takes every option', () => {
    const argv = [
      '--port',
      '0',
      '--data',
      'a b.json',
      '--sample',
      'empty',
      '--no-open',
      '--no-schedule',
      '--registry',
    ];
    expect(readCommand(argv)).toEqual({
      kind: 'run',
      options: {
        port: 0,
        dataFile: 'a b.json',
        sample: 'empty',
        xlsxFile: null,
        openBrowser: false,
        runsSchedule: false,
        hasRegistry: true,
      },
    });
  });

  test.each([
    [['--open', 'my year.xlsx'], 'my year.xlsx', '.lectern/my year.json'],
    [['--open', '../2026.XLSX'], '../2026.XLSX', '.lectern/2026.json'],
    [['--open', 'a.xlsx', '--data', 'b.json'], 'a.xlsx', 'b.json'],
  ])('opens the workbook of a file: %j', (argv, xlsxFile, dataFile) => {
    expect(readCommand(argv)).toMatchObject({ options: { xlsxFile, dataFile } });
  });

  test.each([
    [['--port', '65535'], 65535],
    [['--port=1'], 1],
  ])('accepts %j', (argv, port) => {
    expect(readCommand(argv)).toMatchObject({ options: { port } });
  });

  test.each([
    [['--port', '65536'], '--port takes a number from 0 to 65535, not "65536".'],
    [['--port', '80x'], '--port takes a number from 0 to 65535, not "80x".'],
    [['--port', ''], '--port takes a number from 0 to 65535, not "".'],
    [['--data', ' '], '--data takes the name of a file.'],
    [['--sample', 'village'], '--sample takes district or empty, not "village".'],
    [['--open', 'list.xls'], '--open takes the name of an .xlsx file, not "list.xls".'],
    [['--open', 'a.xlsx', '--sample', 'empty'], '--open and --sample exclude each other.'],
    [['--colour'], "Unknown option '--colour'."],
    [['--port'], "Option '--port <value>' argument missing."],
    [['--no-open=yes'], "Option '--no-open' does not take an argument."],
    [['workbook.json'], "Unexpected argument 'workbook.json'."],
  ])('refuses %j in one line that says where to look', (argv, said) => {
    expect(readCommand(argv)).toEqual({
      kind: 'problem',
      message: `${said} See npm start -- --help`,
    });
  });

  it('explains every option on request, whatever else is said', () => {
    const command = readCommand(['--port', 'none', '--help']);
    expect(command.kind).toBe('help');
    const text = command.kind === 'help' ? command.text : '';
    for (const option of ['--port', '--data', '--sample', '--open', '--no-open', '--help']) {
      expect(text).toContain(option);
    }
  });
});
