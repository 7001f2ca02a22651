#!/usr/bin/env bash
# Runs a command with TEST_DATABASE_URL naming a PostgreSQL server of its own, made in a temporary folder and removed after.
#   scripts/with-postgres.sh npm test
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo 'PostgreSQL is not installed: apt-get install -y postgresql' >&2; exit 1; }
folder=$(mktemp -d)
port=${PGTEST_PORT:-$((20000 + RANDOM % 20000))}
run() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  run() { runuser -u postgres -- "$@"; }
fi
run "$bin/initdb" -D "$folder/data" -U tgs -A trust -E UTF8 --no-locale >/dev/null
run "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -o "-p $port -k $folder -c listen_addresses=127.0.0.1 ${PGTEST_OPTIONS:--c fsync=off -c max_connections=60}" start >/dev/null
trap 'run "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null || true; rm -rf "$folder"' EXIT
TEST_DATABASE_URL="postgres://tgs@127.0.0.1:$port/postgres" "$@"
