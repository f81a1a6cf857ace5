# Varnish 7 in front of the tracker: this file names the servers and who may purge,
# varnish.vcl next to it has the rules. Debian: apt-get install varnish varnish-modules
#
#   varnishd -f $PWD/varnish-servers.vcl -p vcl_path=$PWD -a :8080 -s malloc,512m
#
# Servers: TRACKER_PROXIES=1 (2 with a TLS proxy in front of Varnish), TRACKER_SITE the same for
# all, TRACKER_PURGE=http://<this machine>:8080/
vcl 4.1;

import directors;

probe ready {
  .url = "/health";
  .interval = 1s;
  .timeout = 2s;
  .window = 3;
  .threshold = 2;
  .initial = 2;
}

backend one { .host = "127.0.0.1"; .port = "3000"; .probe = ready; }

sub vcl_init {
  new servers = directors.shard();
  servers.add_backend(one);
  servers.reconfigure();
}

# The servers, and who operates them: may purge, and read /metrics. Whoever comes through
# another proxy is none of them, so a TLS proxy on this machine opens nothing.
acl insiders {
  "127.0.0.1";
  "::1";
}

include "varnish.vcl";
