#!/bin/sh
# Installs Sosedstvo on a bare Debian 12 or newer, or brings an installation up to this version:
#   sudo deploy/install.sh tos.example.org
# It may be run again: settings, data and certificates that are there stay as they are. With DESTDIR=/folder everything is laid
# there and nothing is changed on the machine itself (no packages, no user, no service), to look at it before.
set -eu

host=${1:-}
if [ -z "$host" ]; then
  echo "Назовите имя узла · Name the host: deploy/install.sh tos.example.org" >&2
  exit 2
fi
case $host in
  *[!a-zA-Z0-9.-]* | -* | .*)
    echo "Это не имя узла · This is no host name: $host" >&2
    exit 2
    ;;
esac
root=${DESTDIR:-}
source=$(cd "$(dirname "$0")/.." && pwd)
say() { printf '%s\n' "$*"; }

if [ -z "$root" ] && [ "$(id -u)" != 0 ]; then
  echo "Запустите от имени root: sudo deploy/install.sh $host · Run it as root" >&2
  exit 2
fi

if [ -z "$root" ]; then
  say "1/5 пакеты Debian · Debian's packages"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update
  apt-get -qq install -y --no-install-recommends nodejs npm nginx certbot python3-certbot-nginx
  say "2/5 пользователь · the user"
  getent passwd sosedstvo > /dev/null || useradd --system --home-dir /var/lib/sosedstvo --shell /usr/sbin/nologin sosedstvo
fi

say "3/5 программа · the program: $root/opt/sosedstvo"
mkdir -p "$root/opt/sosedstvo" "$root/etc/sosedstvo" "$root/etc/systemd/system" "$root/etc/nginx/sites-available" "$root/etc/nginx/sites-enabled"
for name in bin src web migrations examples docs deploy package.json package-lock.json vite.config.ts react-router.config.ts tsconfig.json README.md CHANGELOG.md LICENSE; do
  [ -e "$source/$name" ] || continue
  rm -rf "$root/opt/sosedstvo/$name.new"
  cp -a "$source/$name" "$root/opt/sosedstvo/$name.new"
  rm -rf "${root:?}/opt/sosedstvo/$name"
  mv "$root/opt/sosedstvo/$name.new" "$root/opt/sosedstvo/$name"
done
mkdir -p "$root/var/lib/sosedstvo" "$root/var/backups/sosedstvo" "$root/var/cache/sosedstvo"
chmod 700 "$root/var/lib/sosedstvo" "$root/var/backups/sosedstvo"

say "4/5 настройки · settings: $root/etc/sosedstvo/sosedstvo.env"
if [ ! -e "$root/etc/sosedstvo/sosedstvo.env" ]; then
  sed "s|^#SOSEDSTVO_URL=.*|SOSEDSTVO_URL=https://$host|" "$source/deploy/sosedstvo.env" > "$root/etc/sosedstvo/sosedstvo.env"
fi
chmod 640 "$root/etc/sosedstvo/sosedstvo.env"
cp "$source/deploy/sosedstvo.service" "$root/etc/systemd/system/sosedstvo.service"
if [ ! -e "$root/etc/nginx/sites-available/sosedstvo" ]; then
  sed "s|HOST_NAME|$host|g" "$source/deploy/nginx.conf" > "$root/etc/nginx/sites-available/sosedstvo"
  ln -sf ../sites-available/sosedstvo "$root/etc/nginx/sites-enabled/sosedstvo"
fi

if [ -n "$root" ]; then
  say "Разложено в $root; на машине ничего не изменено · Laid out there; nothing was changed on the machine"
  exit 0
fi

say "5/5 зависимости, страницы, служба · dependencies, pages, service"
chgrp sosedstvo /etc/sosedstvo/sosedstvo.env
chown -R sosedstvo:sosedstvo /opt/sosedstvo /var/lib/sosedstvo /var/backups/sosedstvo /var/cache/sosedstvo
su -s /bin/sh sosedstvo -c "cd /opt/sosedstvo && HOME=/var/cache/sosedstvo bin/build"
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  systemctl enable --now sosedstvo
  systemctl restart sosedstvo
  nginx -t && systemctl reload nginx
  say "Готово. Код первой настройки · Done. The code of the first set-up: journalctl -u sosedstvo -n 20"
  say "Сертификат · Certificate: certbot --nginx -d $host"
else
  say "Без systemd: запускайте сами · No systemd here, start it yourself:"
  say "  su -s /bin/sh sosedstvo -c 'set -a; . /etc/sosedstvo/sosedstvo.env; cd /opt/sosedstvo && bin/start'"
fi
