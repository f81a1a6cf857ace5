# What Varnish does for the tracker, whatever servers there are (varnish-servers.vcl).
#
# Order: each live answer says since when its snapshot is published (Tracker-Published).
# The newest seen is remembered and told to servers (Tracker-At-Least), which then look for it.
# What is kept of an older one is asked for anew; an older answer is asked again of the next
# server, and neither kept nor shown. So no reader sees an older snapshot after a newer one. Only
# where no server has shown the newest for a minute (a restored backup) what they show counts, and
# while no server answers at all, what is kept is shown, however old.
vcl 4.1;

import std;
import var;

sub vcl_recv {
  set req.backend_hint = servers.backend(resolve=LAZY);

  if (req.method == "PURGE") {
    if (client.ip !~ insiders || req.http.X-Forwarded-For ~ ",") {
      return (synth(405));
    }
    call forget;
  }
  if (req.url ~ "^/metrics(\?|$)"
      && (client.ip !~ insiders || req.http.X-Forwarded-For ~ ",")) {
    return (synth(404));
  }

  # No answer depends on these.
  unset req.http.Cookie;
  unset req.http.Authorization;
  unset req.http.Tracker-At-Least;
  if (req.restarts == 0) {
    unset req.http.X-Anew;
    unset req.http.X-Stale;
  }
  if (req.http.X-Anew) {
    set req.hash_always_miss = !req.http.X-Stale;
  }
  if (var.global_get("newest")) {
    set req.http.Tracker-At-Least = var.global_get("newest");
  }

  if ((req.method != "GET" && req.method != "HEAD") || req.url ~ "^/(health|metrics)(\?|$)") {
    return (pass);
  }
  # A frame’s refusal comes as words or as JSON, as it is asked for.
  if (req.url ~ "^/embed/" && req.http.Accept ~ "json") {
    return (pass);
  }
  # With servers at work what is stale is shown for ten minutes while a newer one is fetched;
  # without any, for as long as it is kept.
  if (std.healthy(req.backend_hint) && !req.http.X-Stale) {
    set req.grace = 10m;
  }
  return (hash);
}

# Surrogate-Key: "live", "snapshot-<id>" or "all"; the last forgets what was newest, too. Told
# what is newest, it is asked for from then on.
sub forget {
  if (req.http.Surrogate-Key == "all") {
    var.global_set("newest", "0");
    std.ban("obj.status != 0");
  } elsif (req.http.Surrogate-Key == "live" && req.http.Tracker-Published ~ "^\d+(\.\d+)?$") {
    if (std.real(req.http.Tracker-Published, 0.0) > std.real(var.global_get("newest"), 0.0)) {
      var.global_set("newest", req.http.Tracker-Published);
      var.global_set("seen", "" + std.time2real(now, 0.0));
    }
  } elsif (req.http.Surrogate-Key ~ "^(live|snapshot-[0-9a-f]{12})$") {
    std.ban("obj.http.Surrogate-Key ~ (^|\s)" + req.http.Surrogate-Key + "(\s|$)");
  } else {
    return (synth(400));
  }
  return (synth(200));
}

# An address is always made by the same server, while that is healthy; what that one cannot
# answer, or has only older, by the next.
sub vcl_backend_fetch {
  set bereq.backend = servers.backend(alt=bereq.retries, healthy=ALL);
}

# Nothing depends on the host.
sub vcl_hash {
  hash_data(req.url);
  return (lookup);
}

# What is older than the newest is shown only where nothing answers.
sub vcl_hit {
  if (obj.http.Tracker-Published
      && std.real(obj.http.Tracker-Published, 0.0) < std.real(var.global_get("newest"), 0.0)) {
    if (!req.http.X-Stale) {
      set req.http.X-Anew = "1";
      return (restart);
    }
    if (req.http.X-Stale == "order") {
      return (synth(503));
    }
  }
}

# After a failure only what is kept is looked for.
sub vcl_miss {
  if (req.http.X-Stale) {
    return (synth(503));
  }
}

sub vcl_backend_response {
  # Busy or failing: another server may not be.
  if (beresp.status >= 500) {
    if (bereq.retries < 1 && (bereq.method == "GET" || bereq.method == "HEAD")) {
      return (retry);
    }
    if (bereq.is_bgfetch) {
      return (abandon);
    }
    set beresp.uncacheable = true;
    set beresp.ttl = 0s;
    return (deliver);
  }
  # Another server may have published this snapshot already, or be of the edition whose style it is.
  if (beresp.status == 404 && bereq.retries < 2
      && bereq.url ~ "^/(_next/static|browser)/|[?&]snapshot=") {
    return (retry);
  }
  call look_at_order;
  # As long as it helps where no server is left.
  if (beresp.ttl > 0s) {
    set beresp.grace = 24h;
  }
  # Addresses that lead nowhere are endless, and may lead somewhere soon.
  if (beresp.status >= 400) {
    if (beresp.ttl > 10s) {
      set beresp.ttl = 10s;
    }
    set beresp.grace = 0s;
  }
}

sub look_at_order {
  if (beresp.http.Tracker-Published) {
    if (std.real(beresp.http.Tracker-Published, 0.0) < std.real(var.global_get("newest"), 0.0)) {
      if (bereq.retries < 3) {
        return (retry);
      }
      if (std.time2real(now, 0.0) - std.real(var.global_get("seen"), 0.0) < 60.0) {
        if (bereq.is_bgfetch) {
          return (abandon);
        }
        set bereq.http.X-Order = "older";
        return (error(503));
      }
    }
    if (beresp.http.Tracker-Published != var.global_get("newest")) {
      var.global_set("newest", beresp.http.Tracker-Published);
    }
    var.global_set("seen", "" + std.time2real(now, 0.0));
  }
}

sub vcl_backend_error {
  if (bereq.retries < 3 && (bereq.method == "GET" || bereq.method == "HEAD")) {
    return (retry);
  }
  if (bereq.is_bgfetch) {
    return (abandon);
  }
  set beresp.ttl = 0s;
  if (bereq.http.X-Order) {
    set beresp.http.X-Order = bereq.http.X-Order;
  }
  return (deliver);
}

sub vcl_deliver {
  # What is kept, however stale, before a failure.
  if (resp.status >= 500 && !req.http.X-Stale && (req.method == "GET" || req.method == "HEAD")
      && req.url !~ "^/(health|metrics)(\?|$)") {
    set req.http.X-Stale = "kept";
    # Servers answer, with something older: that is not shown.
    if (resp.http.X-Order) {
      set req.http.X-Stale = "order";
    }
    return (restart);
  }
  set resp.http.X-Cache = "MISS";
  if (obj.hits > 0) {
    set resp.http.X-Cache = "HIT";
  }
}

sub vcl_synth {
  if (resp.status != 503) {
    return (deliver);
  }
  set resp.http.Content-Type = "text/html; charset=utf-8";
  set resp.http.Cache-Control = "no-store";
  set resp.http.Retry-After = "5";
  set resp.body = {"<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Not available · AI Hardware Tracker</title>
<h1>The tracker is not available</h1><p>Try again in a few seconds.</p></html>
"};
  return (deliver);
}
