-- Two lists told counts of cases by two rules: obstacles rounded down to fives for each body, the register of competence exactly
-- from five over all bodies. With exact totals a body that adds a finding of its own reads off the small number of another. Both
-- now go through one function, and through the stricter rule.
create function app.told_of_body(n bigint) returns bigint language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$ select n - n % 5 $$;
comment on function app.told_of_body is 'The part of one body''s count that may be told; the parts of all bodies are added. The only rule for small numbers.';
revoke all on function app.told_of_body from public;
grant execute on function app.told_of_body to payung_system;

create or replace function app.count_gap_cases() returns table (gap_id uuid, told bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select g.gap_id, sum(app.told_of_body(g.n))::bigint
    from (select c.gap_id, c.org_id, count(*) as n from app.gap_cases c group by c.gap_id, c.org_id) g
    group by g.gap_id having sum(app.told_of_body(g.n)) > 0
  $$;

create or replace function app.count_competence_findings()
  returns table (need text, place text, kind text, state text, found bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select g.need, g.place, g.kind, g.state, nullif(sum(app.told_of_body(g.n)), 0)::bigint
    from (select f.need, f.place, f.kind, f.state, f.org_id, count(*) as n from app.competence_findings f
          group by f.need, f.place, f.kind, f.state, f.org_id) g
    where app.has_role('analyst', 'supervisor', 'task-force-member')
    group by g.need, g.place, g.kind, g.state
  $$;
comment on function app.count_competence_findings is 'At least so often each overlap and hole was found, over all bodies; null where every body has fewer than five.';
