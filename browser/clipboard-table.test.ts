import { describe, expect, it } from 'vitest';
import { toClipboard } from './clipboard-table';

describe('a CSV on the clipboard', () => {
  it.each([
    ['a,b\r\n1,2\r\n', 'a\tb\r\n1\t2'],
    ['\ufeffname,value\r\n"Intel, Gaudi",\r\n', 'name\tvalue\r\nIntel, Gaudi\t'],
    ['note\r\n"two\nlines"\r\n', 'note\r\n"two\nlines"'],
    ['note\r\n"a ""b"" c"\r\n', 'note\r\n"a ""b"" c"'],
  ])('%j is split at tabs: %j', (csv, text) => {
    expect(toClipboard(csv).text).toBe(text);
  });

  it('is a table of HTML for those who take one, with its texts escaped', () => {
    expect(toClipboard('a,b\r\n<i>,\r\n').html).toBe(
      '<table><tr><td>a</td><td>b</td></tr><tr><td>&lt;i&gt;</td><td></td></tr></table>',
    );
  });
});
