-- The database and the roles that use it, once per PostgreSQL server; psql runs this file as it is, with one
-- `-v owner_password=…` and so on for each password, as superuser. A blank line ends each statement for the
-- embedded server, which reads it in single-user mode.

-- Owns the tables: migrations, backfill and backup only. It sees all organisations.
create role rapport_owner login bypassrls password :'owner_password';

-- Serves requests. It owns nothing, so row-level security fences it into one organisation at a time.
create role rapport_app login password :'app_password';

-- Runs what follows from changes, under the same fence.
create role rapport_jobs login password :'jobs_password';

-- Of PostgreSQL's own collations C.UTF-8 is the one that needs no library and knows every script's letters.
create database rapport owner rapport_owner template template0 encoding 'UTF8'
  locale_provider builtin builtin_locale 'C.UTF-8' lc_collate 'C' lc_ctype 'C.UTF-8';

revoke all on database rapport from public;

grant connect on database rapport to rapport_app, rapport_jobs;
