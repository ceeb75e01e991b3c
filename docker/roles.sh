#!/bin/sh
# Run once by the PostgreSQL image when it makes its data: the roles and the database of Rapport.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner_password="$RAPPORT_OWNER_PASSWORD" -v app_password="$RAPPORT_APP_PASSWORD" -v jobs_password="$RAPPORT_JOBS_PASSWORD" \
  -f /rapport/roles.sql
