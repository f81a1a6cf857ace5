/**
 * What downloads cost: rows, pictures drawn in this process, and pictures over HTTP.
 * Memory is that of this process, so rows come first and bring only what they need.
 */
export async function run(): Promise<void> {
  const { measureRows } = await import('./exports/rows');
  await measureRows();
  const { measurePictures } = await import('./exports/pictures');
  await measurePictures();
  const { measureServer } = await import('./exports/server');
  await measureServer();
}
