/** haproxy: one address for all replicas, and one for all servers. */

interface Balanced {
  readonly port: number;
  /** The ports behind it; those where nothing listens yet are tried until something does. */
  readonly behind: readonly number[];
}

interface Balancer {
  readonly replicas: Balanced;
  readonly servers: Balanced;
}

/**
 * Its whole configuration. A server that is gone costs nobody an answer: connections that fail
 * and answers that never began are tried at another one, and a check twice a second finds who is there.
 */
export function writeBalancerConfig({ replicas, servers }: Balancer): string {
  return `global
  maxconn 1000

defaults
  timeout connect 2s
  timeout client 5m
  timeout server 5m
  timeout check 2s
  default-server check inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions

listen replicas
  mode tcp
  bind 127.0.0.1:${replicas.port}
  balance leastconn
  option pgsql-check user tracker
  option redispatch 1
  retries 3
${list('replica', replicas)}

listen servers
  mode http
  bind 127.0.0.1:${servers.port}
  balance roundrobin
  option httpchk GET /health
  option forwardfor
  option redispatch 1
  retries 3
  retry-on conn-failure empty-response response-timeout
${list('server', servers)}
`;
}

const list = (name: string, { behind }: Balanced): string =>
  behind.map((port, at) => `  server ${name}-${at + 1} 127.0.0.1:${port}`).join('\n');
