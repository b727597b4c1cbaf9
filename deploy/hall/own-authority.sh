#!/bin/sh
# Makes an authority of the office's own and a certificate for one name of the hall, with openssl alone.
# The authority may sign for that name only, so a phone that trusts it trusts it for nothing else.
# Usage: own-authority.sh NAME FOLDER      (NAME: hall.example.org)
set -eu
[ $# -eq 2 ] || { echo "usage: $0 NAME FOLDER" >&2; exit 2; }
name=$1
folder=$2
case $name in
  *[!a-z0-9.-]* | '' | .* | *. ) echo "$name is not a host name in small letters" >&2; exit 2 ;;
esac
umask 077
mkdir -p "$folder"
cd "$folder"

if [ ! -f authority.key ]; then
  openssl ecparam -name prime256v1 -genkey -noout -out authority.key
  cat > authority.conf <<CONF
[req]
distinguished_name = dn
prompt = no
x509_extensions = ca
[dn]
CN = Cerchi, $name
[ca]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
nameConstraints = critical, permitted;DNS:$name, excluded;IP:0.0.0.0/0.0.0.0, excluded;IP:0:0:0:0:0:0:0:0/0:0:0:0:0:0:0:0
CONF
  openssl req -x509 -new -key authority.key -sha256 -days 1825 -config authority.conf -out authority.crt
fi

[ "$(openssl x509 -in authority.crt -noout -subject -nameopt sep_multiline,utf8,sname | sed -n 's/^ *CN=//p')" = "Cerchi, $name" ] ||
  { echo "the authority in $folder is for another name: take another folder" >&2; exit 1; }

# iPhones refuse a certificate that lasts more than 825 days; 397 is what public authorities may give.
openssl ecparam -name prime256v1 -genkey -noout -out hall.key
openssl req -new -key hall.key -subj "/CN=$name" -out hall.csr
cat > hall.ext <<EXT
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:$name
EXT
openssl x509 -req -in hall.csr -CA authority.crt -CAkey authority.key -CAcreateserial -sha256 -days 397 \
  -extfile hall.ext -out hall.pem
rm -f hall.csr hall.ext authority.conf
chmod 644 authority.crt hall.pem
echo "Give phones authority.crt; give the proxy hall.pem and hall.key; keep authority.key off the hall's machine."
