#!/bin/sh
# How long a newcomer waits: from a bare clone, with nothing cached, to a search that returns services.
# Run it at the root of a checkout; it works in a folder of its own and removes it.
set -eu
here=$(pwd)
work=$(mktemp -d)
trap 'kill "$demo" 2>/dev/null || true; wait "$demo" 2>/dev/null || true; rm -rf "$work"' EXIT
chmod 711 "$work"
export UV_CACHE_DIR="$work/uv" npm_config_cache="$work/npm" PIP_CACHE_DIR="$work/pip" ONWARD_HOME="$work/home/onward"
mkdir -p "$work/home"
curl --silent --max-time 2 http://127.0.0.1:18765/ >/dev/null && { echo "Something else answers on port 18765: stop it first."; exit 1; }
started=$(date +%s)
git clone --quiet "$here" "$work/onward"
cd "$work/onward"
make demo ARGS="--port 18765" >"$work/log" 2>&1 &
demo=$!
until curl --silent --fail "http://127.0.0.1:18765/api/v1/services?words=lunch" 2>/dev/null | grep -q '"id"'; do
  kill -0 "$demo" 2>/dev/null || { cat "$work/log"; exit 1; }
  sleep 0.2
done
echo "From a bare clone with cold caches to a search that returns services: $(($(date +%s) - started)) s"
