import { createServer } from 'node:http';
import next from 'next';

const port = Number(process.env.PORT ?? 3000);
const app = next({ dev: false });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer((req, res) => void handle(req, res));
server.listen(port, () => process.send?.('ready'));
process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => process.exit());
process.on('SIGINT', () => process.exit());
