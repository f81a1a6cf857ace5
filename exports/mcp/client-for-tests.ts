/** The protocol’s own client, asking over HTTP. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll } from 'vitest';
import type { Tracker } from '@/db/connection';
import { answerMessage } from './server';

/** A client of a server that answers with these data, for the tests of a file. */
export async function openClient(tracker: Tracker): Promise<Client> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { url = '', method = '' } = request;
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    const body = Buffer.concat(chunks);
    const posted = method === 'POST' ? { body } : {};
    const asked = new Request(`http://tracker.example${url}`, { method, headers, ...posted });
    const answer = await answerMessage(asked, { tracker, pages: [] });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`)));
  afterAll(async () => {
    await client.close();
    server.closeAllConnections();
    server.close();
  });
  return client;
}
