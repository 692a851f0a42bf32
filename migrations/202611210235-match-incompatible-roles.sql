-- The pairs follow INCOMPATIBLE_ROLES of the domain: whoever keeps keys or checks the books reads nothing about persons.
create or replace function app.incompatible_roles(a text, b text) returns boolean language sql immutable as $$
  select (a = any (keepers) and b = any (reading)) or (b = any (keepers) and a = any (reading))
  from (select array['auditor', 'organisation-admin', 'installation-admin'] as keepers,
               array['intake-officer', 'caseworker', 'supervisor', 'restricted-reader-care', 'restricted-reader-legal',
                     'task-force-member', 'village-officer', 'data-protection-officer'] as reading) lists $$;
comment on function app.incompatible_roles is 'The same as INCOMPATIBLE_ROLES in src/domain/disclosure/roles.ts; a test compares every pair.';
