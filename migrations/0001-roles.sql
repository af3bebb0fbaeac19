-- The role under which every request of a municipality runs. It owns nothing, so row-level security holds for it.
-- Roles belong to the whole server: another database of the same server may have made it already.
do $$
begin
  create role sosedstvo_app nologin noinherit;
exception
  when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  if not pg_has_role(current_user, 'sosedstvo_app', 'member') then
    execute format('grant sosedstvo_app to %I', current_user);
  end if;
end
$$;

-- Nothing is granted by default: each migration grants what its slice does (an append-only table gets no update).
grant usage on schema public to sosedstvo_app;

-- «Текущее муниципальное образование»: null outside a municipality's transaction, so policies then show no row.
create function sosedstvo_municipality() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('sosedstvo.municipality', true), '')::uuid $$;
