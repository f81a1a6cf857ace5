/** haproxy: one address for all replicas. */

interface Balanced {
  readonly port: number;
  /** The ports behind it. */
  readonly behind: readonly number[];
}

/** Its whole configuration: who does not take connections is found within a second and left out. */
export function writeBalancerConfig({ port, behind }: Balanced): string {
  return `global
  maxconn 1000

defaults
  mode tcp
  timeout connect 2s
  timeout client 5m
  timeout server 5m
  timeout check 2s

listen replicas
  bind 127.0.0.1:${port}
  balance leastconn
  option pgsql-check user tracker
  option redispatch 1
  retries 3
  default-server check inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
${behind.map((one, at) => `  server replica-${at + 1} 127.0.0.1:${one}`).join('\n')}
`;
}
