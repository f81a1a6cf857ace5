import { expect, test } from 'vitest';
import { runImporter, type TestImport } from '../importer-for-tests';
import { epochDataCenters } from './import-epoch-data-centers';

const names: TestImport['names'] = [
  ['site', 'North 1', 'north'],
  ['site', 'Old North', 'north'],
  ['site', 'South', 'south'],
  ['country', 'Norway', 'NO'],
  ['organization', 'OpenAI', 'openai'],
  ['organization', 'Oracle', 'oracle'],
  ['organization', 'Google', 'google'],
  ['organization', 'Google DeepMind', 'google'],
  ['chip', 'B200', 'b200'],
];
const run = (name: string, text: string, more: Partial<TestImport> = {}) =>
  runImporter(epochDataCenters, { files: { [name]: text }, date: '2030-10-01', names, ...more });

const SITES = [
  'Name,Current H100 equivalents,Current power (MW),Current total capital cost (2025 USD billions),Owner,Users,Current chip types,All chip types,Country',
  'North 1,1000.4,10,0.378820001,Oracle #confident,"OpenAI #likely, Google DeepMind, Google #likely",B200,"B200,Rubin",Norway',
  'South,0.0,0,0,,,,Rubin,Norway',
].join('\n');

test('reads sites with their users, and keeps those that are no longer listed without figures', () => {
  const gone = { site: 'west', name: 'West', h100e: '5', status: 'operating', edition: '2030-05' };
  const ours = { site: 'north', name: 'North', note: 'Ours.', edition: '2030-05' };
  const result = run('data_centers.csv', SITES, { rows: { 'data-centers': [ours, gone] } });
  expect(result.problems).toEqual([]);
  expect(result.rows['data-centers']).toMatchObject([
    {
      ...{ site: 'north', name: 'North', note: 'Ours.', country: 'NO', owner: 'oracle' },
      ...{ owner_confidence: 'confident', status: 'operating', edition: '2030-10' },
      ...{ h100e: '1000', it_power_mw: '10', capital_cost_usd_millions: '378.82' },
      ...{ chips: 'B200', chips_planned: 'B200; Rubin', source: 'epoch-data-centers-2030-10-01' },
    },
    { site: 'south', owner: '', status: 'planned', h100e: '0' },
    { site: 'west', status: 'dropped', h100e: '', edition: '2030-05' },
  ]);
  expect(
    result.rows['data-center-users']?.map(({ user, confidence }) => [user, confidence]),
  ).toEqual([
    ['google', ''],
    ['openai', 'likely'],
  ]);
});

const STATES = [
  'Data center,Date,Construction status,Buildings operational,IT power (MW),Power (MW),H100 equivalents,Total capital cost (2025 USD billions)',
  'Old North,2030-10-01,"Roof on,\nsays the ""map""",1.0,10,13.0,1000.4,0.3788',
  'North 1,2030-10-02,,,20,26,2000,0.7576',
].join('\n');

test('tells projections by the day of the copy, and keeps other editions', () => {
  const may = { edition: '2030-05', site: 'north', date: '2030-01-01', h100e: '900' };
  const { problems, rows } = run('data_center_timelines.csv', STATES, {
    rows: { 'data-center-timelines': [may] },
  });
  expect(problems).toEqual([]);
  expect(rows['data-center-timelines']).toMatchObject([
    may,
    {
      ...{ edition: '2030-10', site: 'north', date: '2030-10-01', kind: 'estimate' },
      ...{ buildings: '1', it_power_mw: '10', facility_power_mw: '13', h100e: '1000' },
    },
    { date: '2030-10-02', kind: 'projection', buildings: '', capital_cost_usd_millions: '757.6' },
  ]);
});

test('leaves IT power blank where an older file has only that of the facility', () => {
  const old = STATES.replace(',IT power (MW)', '').replaceAll(/,(10|20),(13\.0|26),/g, ',$2,');
  const { problems, rows } = run('data_center_timelines.csv', old);
  expect(problems).toEqual([]);
  expect(rows['data-center-timelines']).toMatchObject([
    { it_power_mw: '', facility_power_mw: '13' },
    { it_power_mw: '', facility_power_mw: '26' },
  ]);
});

const CHIPS = [
  'Handle,Date,Chip type,Number of Units,Chip type source,Number of Units source,Owner,User,Notes,Data center',
  'a,2030-01-01,B200,100.0,Company disclosure,Estimate,Oracle #likely,OpenAI #confident,,North 1',
  'b,2031-01-01,B200,300,Estimate,Estimate,"Oracle #likely, Google #likely",,,North 1',
].join('\n');

test('counts chips at the rate that we have of them, and names no owner of what several own', () => {
  const known = {
    site: 'south',
    chip: 'b200',
    date: '2029-01-01',
    accelerators: '10',
    h100e: '25',
  };
  const { problems, rows } = run('data_centers_chip_quantities.csv', CHIPS, {
    rows: { 'data-center-chips': [known] },
  });
  expect(problems).toEqual([]);
  expect(rows['data-center-chips']).toMatchObject([
    {
      ...{ site: 'north', date: '2030-01-01', kind: 'estimate', accelerators: '100', h100e: '250' },
      ...{
        owner: 'oracle',
        owner_confidence: 'likely',
        user: 'openai',
        user_confidence: 'confident',
      },
      ...{ chip_basis: 'disclosed', count_basis: 'estimated' },
    },
    { date: '2031-01-01', kind: 'projection', h100e: '750', owner: '', user: '' },
  ]);
});

test('lists what runs as holdings of the chips’ owner, else of the site’s', () => {
  const file = [
    CHIPS.split('\n')[0],
    'a,2030-01-01,B200,100,Estimate,Estimate,Oracle #likely,OpenAI #confident,,North 1',
    'b,2030-06-01,B200,200,Estimate,Estimate,Oracle #likely,OpenAI #confident,,North 1',
    'c,2031-01-01,B200,900,Estimate,Estimate,Oracle #likely,,,North 1',
    'd,2030-01-01,B200,50,Estimate,Estimate,,,,South',
    'e,2030-01-01,B200,50,Estimate,Estimate,,,,North 2',
  ].join('\n');
  const sites = [
    { site: 'north', name: 'North', owner: 'google' },
    { site: 'south', name: 'South', owner: 'google' },
    { site: 'north-2', name: 'North 2', owner: '' },
  ];
  const result = run('data_centers_chip_quantities.csv', file, {
    names: [...names, ['site', 'North 2', 'north-2']],
    rows: {
      'data-centers': sites,
      'gpu-holdings': [{ holding: 'x', organization: 'google', category: 'public-cloud' }],
    },
  });
  expect(result.problems).toEqual([]);
  expect(result.leftOut).toEqual(['Chips of a site without a known owner']);
  expect(result.differences['gpu-holdings']?.added.map(({ row }) => row)).toMatchObject([
    {
      ...{ holding: 'google-b200-south-epoch-data-centers', accelerators: '50', tenant: '' },
      category: 'public-cloud',
    },
    {
      ...{ holding: 'oracle-b200-north-epoch-data-centers', accelerators: '200' },
      ...{ as_of: '2030-06-01', tenant: 'openai', cluster: 'North', status: 'operational' },
      ...{ family: 'epoch-data-centers', source: 'epoch-data-center-chips-2030-10-01' },
    },
  ]);
  expect(result.differences['gpu-holdings']?.removed).toEqual([]);
});

test('makes no difference the second time, and refuses an older list of chips', () => {
  for (const [name, text] of [
    ['data_centers.csv', SITES],
    ['data_center_timelines.csv', STATES],
    ['data_centers_chip_quantities.csv', CHIPS],
  ] as const) {
    const again = run(name, text, { rows: run(name, text).rows });
    for (const { added, changed, removed } of Object.values(again.differences)) {
      expect([...added, ...changed, ...removed], name).toEqual([]);
    }
  }
  const sources = [{ source: 'epoch-data-center-chips-2031-01', published_on: '2031-01-01' }];
  const older = run('data_centers_chip_quantities.csv', CHIPS, { rows: { sources } });
  expect(older.problems.join()).toMatch(/older/);
  expect(run('data_center_timelines.csv', STATES, { rows: { sources } }).problems).toEqual([]);
});

const PLACES = [
  'Handle,Title,Address,Latitude,Longitude,Current H100 equivalents,Current power (MW)',
  `old,Old North,"1 Road, Memphis, TN 38109","35°03'35""N","90°09'23""W",5,13`,
  'south,South,Somewhere,,,7,9',
  `new,North 2,Unknown,"1°00'00""N","2°00'00""E",7,9`,
].join('\n');

test('of an older list takes coordinates alone, and leaves those that it does not have', () => {
  const sources = [{ source: 'epoch-data-centers-2031-01', published_on: '2031-01-01' }];
  const south = { site: 'south', place: 'Oslo', latitude: '59.91', place_basis: 'town' };
  const rows = { sources, 'data-centers': [{ site: 'north', h100e: '1000' }, south] };
  const result = run('data_centers.csv', PLACES, {
    rows,
    names: [...names, ['site', 'North 2', 'north-2']],
  });
  expect(result.problems).toEqual([]);
  expect(Object.keys(result.differences)).toEqual(['data-centers']);
  expect(result.rows['data-centers']).toMatchObject([
    {
      ...{ site: 'north', h100e: '1000', place: 'Memphis, TN' },
      ...{ latitude: '35.06', longitude: '-90.16', place_basis: 'coordinates' },
    },
    south,
  ]);
  const broken = run('data_centers.csv', PLACES.replace('35°03', '35 03'), { rows });
  expect(broken.problems.join()).toMatch(/is no place/);
});

test('of a newer list keeps the places that we have and it lacks', () => {
  const ours = { site: 'north', place: 'Memphis, Tennessee', latitude: '35.06', longitude: '-90' };
  const result = run('data_centers.csv', SITES, { rows: { 'data-centers': [ours] } });
  expect(result.problems).toEqual([]);
  expect(result.rows['data-centers']?.[0]).toMatchObject(ours);
});
