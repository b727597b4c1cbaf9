#!/bin/sh
# Gets a certificate for a real name, checked by a DNS record, before the day: the hall needs no internet then.
# Needs certbot, a network, and somebody who may write a TXT record of the domain while it waits.
# Usage: dns-certificate.sh NAME E-MAIL FOLDER
set -eu
[ $# -eq 3 ] || { echo "usage: $0 NAME E-MAIL FOLDER" >&2; exit 2; }
command -v certbot >/dev/null || { echo "certbot is missing: apt install certbot" >&2; exit 1; }
umask 077
mkdir -p "$3"
folder=$(cd "$3" && pwd)
certbot certonly --manual --preferred-challenges dns --agree-tos --no-eff-email -m "$2" -d "$1" \
  --config-dir "$folder/certbot" --work-dir "$folder/certbot/work" --logs-dir "$folder/certbot/log"
cp -L "$folder/certbot/live/$1/fullchain.pem" "$folder/hall.pem"
cp -L "$folder/certbot/live/$1/privkey.pem" "$folder/hall.key"
openssl x509 -in "$folder/hall.pem" -noout -subject -enddate
