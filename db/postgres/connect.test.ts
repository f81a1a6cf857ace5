import { describe, expect, it, test } from 'vitest';
import { DatabaseError, isAway, listHosts, toShownAddress, withConnection } from './connect';

const ADDRESS = 'postgres://me:hush%40hush@db.example:5433/tracker?sslmode=verify-full';

test.each([
  [ADDRESS, [ADDRESS]],
  ['postgres://me@a,b:5433/tracker', ['postgres://me@a/tracker', 'postgres://me@b:5433/tracker']],
  ['postgresql:///tracker?host=/run/postgresql', ['postgresql:///tracker?host=/run/postgresql']],
])('%s names hosts', (url, hosts) => {
  expect(listHosts(url)).toEqual(hosts);
});

test.each([
  ['mysql://me:secret@db/tracker', 'begins with postgres://, not mysql.'],
  ['postgres://me:secret@db:port/tracker', 'cannot be understood.'],
  ['postgres://me:secret@a,b:99999/tracker', 'cannot be understood.'],
])('%s is refused in words', (url, words) => {
  expect(() => listHosts(url)).toThrow(words);
  expect(() => listHosts(url)).not.toThrow('secret');
});

test('an address is shown without user, password and options', () => {
  expect(toShownAddress(ADDRESS)).toBe('postgres://db.example:5433/tracker');
});

describe('an error', () => {
  const word = (code: string | undefined, message: string) =>
    new DatabaseError(Object.assign(new Error(message), { code }), ADDRESS);

  it.each([
    ['28P01', 'password authentication failed', 'Check user and password'],
    [undefined, 'SASL: client password must be a string', 'Check user and password'],
    ['3D000', 'database "tracker" does not exist', 'CREATE DATABASE'],
    ['42501', 'permission denied for database tracker', 'GRANT CREATE ON DATABASE'],
    ['25006', 'cannot execute CREATE SCHEMA', 'This is a replica'],
    ['55P03', 'canceling statement due to lock timeout', 'Another publication is under way'],
    ['ECONNREFUSED', 'connect ECONNREFUSED', 'cannot be reached: connect ECONNREFUSED.'],
    [undefined, 'Connection terminated unexpectedly', 'cannot be reached'],
    ['42601', 'syntax error', 'syntax error.'],
  ])('%s says what to do, and no password', (code, message, words) => {
    const { message: said } = word(code, message);
    expect(said).toContain('PostgreSQL at postgres://db.example:5433/tracker');
    expect(said).toContain(words);
    expect(said).not.toContain('hush');
  });

  it('of a database that is gone is told from one of a statement', () => {
    const gone = ['57P01', '57014', '53300', '08006', 'ECONNRESET', null];
    expect(gone.filter((code) => !isAway(code))).toEqual([]);
    expect(['42P01', '42601', '22P02', '40001', '55P03'].filter(isAway)).toEqual([]);
  });
});

test('each host is tried before a database is away', async () => {
  // Ports that nothing listens on.
  const connecting = withConnection('postgres://127.0.0.1:1,127.0.0.1:2/tracker', async () => {});
  await expect(connecting).rejects.toThrow('postgres://127.0.0.1:1,127.0.0.1:2/tracker cannot be');
});
