vcl 4.1;

# Dateline's edge: Varnish 7 with vmod_xkey (Debian: varnish, varnish-modules).
#
# What Dateline says about an answer is all that counts: only what carries Surrogate-Control is kept, under the keys of
# Surrogate-Key, and forgotten when a process sends PURGE with those keys. Everything else goes through.
# Processes stand in backends.vcl; the token is in the environment of varnishd (DATELINE_EDGE_TOKEN).

import std;
import directors;
import xkey;

include "backends.vcl";

# Who may purge. The token is asked for as well.
acl purgers {
  "localhost";
  "10.0.0.0"/8;
  "172.16.0.0"/12;
  "192.168.0.0"/16;
  "fd00::"/8;
}

sub vcl_recv {
  if (req.method == "PURGE") {
    if (client.ip !~ purgers || std.getenv("DATELINE_EDGE_TOKEN") == "" || req.http.X-Purge-Token != std.getenv("DATELINE_EDGE_TOKEN")) {
      return (synth(403, "Not for you"));
    }
    if (!req.http.Surrogate-Key) {
      return (synth(400, "Expected Surrogate-Key"));
    }
    if (req.http.X-Purge-Soft) {
      set req.http.X-Purged = xkey.softpurge(req.http.Surrogate-Key);
    } else {
      set req.http.X-Purged = xkey.purge(req.http.Surrogate-Key);
    }
    return (synth(200, "Forgotten"));
  }

  set req.backend_hint = dateline.backend();
  if (req.restarts == 0) {
    unset req.http.X-Kept;
  }

  # The clock's door, and what is measured of one process, are not for the public.
  if (req.url ~ "^/api/(clock|metrics)(\?|/|$)") {
    return (synth(404, "Not here"));
  }

  # A reader's message is held, so that a process which goes away does not take it with it. Nothing else is sent twice: it
  # may have been done.
  if (req.method == "POST" && req.url ~ "^/api/(read|vitals)(\?|$)" && std.integer(req.http.Content-Length, 0) > 0 && std.integer(req.http.Content-Length, 0) <= 65536) {
    std.cache_req_body(64KB);
  }

  if (req.method != "GET" && req.method != "HEAD") {
    return (pass);
  }
  # People at work, previews, and what the framework asks for in its own form.
  if (req.url ~ "^/(admin|preview)(/|\?|$)" || req.http.Authorization || req.http.RSC || req.http.Next-Router-Prefetch || req.http.Next-Router-State-Tree) {
    return (pass);
  }
  if (req.url ~ "^/api/" && req.url !~ "^/api/(latest|trending|weather|live/[0-9]+|media/file/[^?]+)(\?|$)") {
    return (pass);
  }

  # What is left is the same for everybody.
  unset req.http.Cookie;
  if (req.url ~ "^/_next/image") {
    if (req.http.Accept ~ "image/webp") {
      set req.http.Accept = "image/webp";
    } else {
      set req.http.Accept = "image/*";
    }
  } else if (req.http.Accept ~ "^text/html") {
    set req.http.Accept = "text/html";
  } else {
    set req.http.Accept = "*/*";
  }

  # While processes answer, what is stale is given for as long as Dateline allows; while none does, for a week.
  if (req.restarts == 0 && std.healthy(req.backend_hint)) {
    set req.grace = 1h;
  }
  set req.http.X-Kept = "1";
  return (hash);
}

sub vcl_backend_fetch {
  unset bereq.http.X-Kept;
  # A first try that fails, or finds a process on its way out, goes to the next process.
  if (bereq.retries > 0) {
    set bereq.backend = dateline.backend();
  }
}

sub vcl_backend_response {
  # What only we read is taken out where an answer comes in, and not at each that goes out.
  unset beresp.http.x-middleware-rewrite;
  unset beresp.http.x-nextjs-cache;
  unset beresp.http.x-nextjs-prerender;
  unset beresp.http.x-nextjs-stale-time;
  # An error is never kept, and never put in the place of something good.
  if (beresp.status >= 500) {
    if (bereq.is_bgfetch) {
      return (abandon);
    }
    if (bereq.retries < 1 && (bereq.method == "GET" || bereq.method == "HEAD")) {
      return (retry);
    }
    set beresp.ttl = 0s;
    set beresp.uncacheable = true;
    return (deliver);
  }

  # While a new version is brought in, each process has the files of its own.
  if (beresp.status == 404 && bereq.url ~ "^/_next/static/" && bereq.retries < 1) {
    return (retry);
  }

  if (bereq.uncacheable) {
    return (deliver);
  }

  # Pages are handed on whole: of one whose process died in the middle of it, another process is asked.
  if (beresp.http.Content-Type ~ "^(text/|application/(json|xml|rss\+xml|atom\+xml|feed\+json))") {
    set beresp.do_stream = false;
  }
  if (beresp.http.Surrogate-Control ~ "max-age=[0-9]+" && (beresp.status == 200 || beresp.status == 301 || beresp.status == 404 || beresp.status == 410) && !beresp.http.Set-Cookie) {
    std.collect(beresp.http.Surrogate-Key, " ");
    set beresp.http.xkey = beresp.http.Surrogate-Key;
    set beresp.ttl = std.duration(regsub(beresp.http.Surrogate-Control, ".*max-age=([0-9]+).*", "\1s"), 0s);
    set beresp.grace = std.duration(regsub(beresp.http.Surrogate-Control, ".*stale-if-error=([0-9]+).*", "\1s"), 0s);
    set beresp.keep = 1h;
    unset beresp.http.Surrogate-Key;
    unset beresp.http.Surrogate-Control;
    # What the framework asks for in its own form has passed by.
    set beresp.http.Vary = regsub(beresp.http.Vary, "(?i)rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch(, )?", "");
    # Once for everybody, not once for each reader.
    if (beresp.http.Content-Type ~ "^(text/|application/(json|xml|rss\+xml|atom\+xml|feed\+json|rsl\+xml|javascript|manifest\+json)|image/svg)") {
      set beresp.do_gzip = true;
    }
    return (deliver);
  }

  # Files that never change under their address, and pictures cut to size.
  if (beresp.status == 200 && !beresp.http.Set-Cookie && (bereq.url ~ "^/_next/(static/|image\?)" || bereq.url ~ "^/api/media/file/" || beresp.http.Cache-Control ~ "immutable")) {
    set beresp.http.xkey = "files " + beresp.http.Surrogate-Key;
    unset beresp.http.Surrogate-Key;
    set beresp.ttl = 1d;
    set beresp.grace = 7d;
    if (beresp.http.Content-Type ~ "^(text/|application/(json|javascript)|image/svg|font/ttf)") {
      set beresp.do_gzip = true;
    }
    return (deliver);
  }

  # Everybody is let through at once, or one slow answer would make a queue of all.
  set beresp.ttl = 120s;
  set beresp.uncacheable = true;
  return (deliver);
}

sub vcl_backend_error {
  if (bereq.is_bgfetch) {
    return (abandon);
  }
  # Nothing was answered: another process may.
  if (bereq.retries < 3) {
    return (retry);
  }
  set beresp.http.Content-Type = "text/html; charset=utf-8";
  set beresp.http.Retry-After = "10";
  set beresp.http.Cache-Control = "no-store";
  set beresp.body = {"<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Back in a moment</title><body style="font:18px/1.5 Georgia,serif;max-width:34rem;margin:20vh auto;padding:0 1rem"><h1>Back in a moment</h1><p>This page cannot be fetched just now. Please try again in a minute.</p></body></html>"};
  return (deliver);
}

sub vcl_deliver {
  # Nobody answers: what we have is a week old at most.
  if (resp.status >= 500 && req.restarts == 0 && req.http.X-Kept) {
    return (restart);
  }
  unset resp.http.xkey;
  unset resp.http.X-Varnish;
  unset resp.http.Via;
  if (obj.hits > 0) {
    set resp.http.X-Dateline-Edge = "hit";
  } else {
    set resp.http.X-Dateline-Edge = "miss";
  }
  # Browsers ask each time; the age at the edge is no business of theirs.
  if (resp.http.Cache-Control ~ "max-age=0") {
    unset resp.http.Age;
  }
}

sub vcl_synth {
  if (req.method == "PURGE" && req.http.X-Purged) {
    set resp.http.X-Purged = req.http.X-Purged;
  }
  if (resp.status == 503 && req.restarts == 0 && req.http.X-Kept) {
    return (restart);
  }
  set resp.http.Content-Type = "text/plain; charset=utf-8";
  set resp.http.Cache-Control = "no-store";
  set resp.body = resp.reason + {"
"};
  return (deliver);
}
