-- Visitors could read the whole content of a duty, with who is responsible here and when it is checked next. Those are for the work
-- of staff: the public role now reads a column that holds only the fields named below; a new field is kept back until it is named.
create function app.told_duty(content jsonb) returns jsonb language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
    select jsonb_object_agg(field.key, field.value) from jsonb_each(content) field
    where field.key in ('whatId', 'whatEn', 'owedBy', 'owedTo', 'article', 'state', 'citation', 'url', 'confidence')
  $$;
comment on function app.told_duty is 'The fields of a duty that visitors may read.';
alter table app.agreement_items add column told jsonb
  generated always as (case when kind = 'duty' then app.told_duty(content) end) stored;
comment on column app.agreement_items.told is 'Of a duty, what visitors may read: never who is responsible here nor when it is checked.';
revoke select on app.agreement_items from payung_public;
revoke select (id, agreement_id, kind, content, struck_at) on app.agreement_items from payung_public;
grant select (id, agreement_id, kind, told, struck_at) on app.agreement_items to payung_public;
