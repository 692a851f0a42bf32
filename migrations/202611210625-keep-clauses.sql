-- The clause workbench: texts of drafters in versions, other wordings, comments of bodies with answers, and what a person
-- found in a village regulation. Drafts of law, no word about a person in need: every member of staff of every body reads.
-- All of it only grows: nobody changes or takes away what was written.

create table app.clause_texts (
  id uuid primary key,
  created_at timestamptz not null,
  org_id uuid not null references app.organisations (id),
  made_by uuid not null references app.staff (id),
  title text not null check (length(title) between 1 and 200),
  kind text not null check (kind in ('treaty', 'mou', 'regulation', 'village-regulation', 'contract')),
  language text not null check (language in ('id', 'en', 'ms', 'ar', 'zh', 'ja', 'ko')),
  parties text not null default '' check (length(parties) <= 500),
  version integer not null default 1 check (version > 0)
);
comment on table app.clause_texts is 'A text that drafters work on; its words stand in clause_versions.';
comment on column app.clause_texts.version is 'Number of the latest version: who writes the next one must have seen it.';
create index clause_texts_list_idx on app.clause_texts (created_at desc); -- the list of texts

create table app.clause_versions (
  id uuid primary key,
  created_at timestamptz not null,
  text_id uuid not null references app.clause_texts (id),
  number integer not null check (number > 0),
  org_id uuid not null references app.organisations (id),
  author uuid not null references app.staff (id),
  source text not null check (length(source) between 1 and 500),
  source_day date,
  standing text not null check (standing in ('draft', 'official')),
  note text not null default '' check (length(note) <= 2000),
  clauses jsonb not null check (jsonb_typeof(clauses) = 'array' and jsonb_array_length(clauses) between 1 and 600),
  unique (text_id, number)
);
comment on table app.clause_versions is 'One version of a text, cut into clauses. Never changed.';
comment on column app.clause_versions.clauses is 'Key, label and body of each clause, plain text.';

create table app.clause_wordings (
  id uuid primary key,
  created_at timestamptz not null,
  text_id uuid not null references app.clause_texts (id),
  number integer not null,
  clause text not null check (length(clause) between 1 and 80),
  org_id uuid not null references app.organisations (id),
  author uuid not null references app.staff (id),
  wording text not null check (length(wording) between 1 and 20000),
  instrument text check (length(instrument) <= 100),
  article text check (length(article) <= 100),
  taken_from text check (length(taken_from) between 1 and 300),
  reason text not null check (length(reason) between 1 and 2000),
  foreign key (text_id, number) references app.clause_versions (text_id, number),
  check ((instrument is null) = (article is null)),
  check (instrument is not null or taken_from is not null)
);
comment on table app.clause_wordings is 'Another wording of a clause, where it was taken from, who proposed it and why.';
create index clause_wordings_text_idx on app.clause_wordings (text_id, clause, created_at); -- the wordings of a clause

create table app.clause_choices (
  id uuid primary key,
  created_at timestamptz not null,
  text_id uuid not null references app.clause_texts (id),
  wording_id uuid not null references app.clause_wordings (id),
  for_number integer not null check (for_number > 1),
  org_id uuid not null references app.organisations (id),
  author uuid not null references app.staff (id),
  reason text not null default '' check (length(reason) <= 2000)
);
comment on table app.clause_choices is 'Which wording the next version takes. A later choice stands beside the earlier one.';
create index clause_choices_text_idx on app.clause_choices (text_id, for_number, created_at); -- what the next version takes
create index clause_choices_wording_idx on app.clause_choices (wording_id); -- foreign key

create table app.clause_comments (
  id uuid primary key,
  created_at timestamptz not null,
  text_id uuid not null references app.clause_texts (id),
  number integer not null,
  clause text not null check (length(clause) between 1 and 80),
  org_id uuid not null references app.organisations (id),
  author uuid not null references app.staff (id),
  comment text not null check (length(comment) between 1 and 4000),
  foreign key (text_id, number) references app.clause_versions (text_id, number)
);
comment on table app.clause_comments is 'What a body says about a clause.';
create index clause_comments_text_idx on app.clause_comments (text_id, created_at); -- the table of comments

create table app.clause_answers (
  id uuid primary key,
  created_at timestamptz not null,
  text_id uuid not null references app.clause_texts (id),
  comment_id uuid not null references app.clause_comments (id),
  org_id uuid not null references app.organisations (id),
  author uuid not null references app.staff (id),
  state text not null check (state in ('accepted', 'partly', 'refused')),
  answer text not null default '' check (length(answer) <= 4000),
  check (state = 'accepted' or length(answer) > 0)
);
comment on table app.clause_answers is 'The answer to a comment; the latest counts. Only a full yes needs no reason.';
create index clause_answers_comment_idx on app.clause_answers (comment_id, created_at); -- the answers to a comment
create index clause_answers_text_idx on app.clause_answers (text_id); -- the table of comments

create table app.village_findings (
  id uuid primary key,
  created_at timestamptz not null,
  text_id uuid not null references app.clause_texts (id),
  number integer not null,
  topic text not null check (topic in ('vacancies', 'records', 'papers', 'watch', 'empower', 'budget')),
  org_id uuid not null references app.organisations (id),
  author uuid not null references app.staff (id),
  finding text not null check (finding in ('covered', 'unclear', 'not-found')),
  clauses text[] not null default '{}',
  note text not null default '' check (length(note) <= 1000),
  foreign key (text_id, number) references app.clause_versions (text_id, number),
  check (finding <> 'covered' or cardinality(clauses) > 0)
);
comment on table app.village_findings is 'What a person found about a duty of a village in one version; the latest counts. The program only proposes.';
create index village_findings_text_idx on app.village_findings (text_id, number, created_at); -- the check of a version

do $$ declare t text; begin
  foreach t in array array['clause_texts', 'clause_versions', 'clause_wordings', 'clause_choices', 'clause_comments',
                           'clause_answers', 'village_findings'] loop
    execute format('call app.guard(%L)', 'app.' || t);
    execute format('call app.journaled(%L)', 'app.' || t);
    execute format('create policy readers on app.%I for select to payung_staff using (true)', t);
    execute format('grant select, insert on app.%I to payung_staff', t);
  end loop;
end $$;

create policy write on app.clause_texts for insert to payung_staff
  with check (org_id = (select app.org()) and made_by = (select app.staff()) and version = 1 and (select app.has_role('law-drafter')));
create policy next_version on app.clause_texts for update to payung_staff
  using (org_id = (select app.org()) and (select app.has_role('law-drafter'))) with check (org_id = (select app.org()));
grant update (version) on app.clause_texts to payung_staff;
-- Any drafter proposes a wording, every member of staff comments; the rest is for the body whose text it is.
create policy propose on app.clause_wordings for insert to payung_staff
  with check (org_id = (select app.org()) and author = (select app.staff()) and (select app.has_role('law-drafter')));
create policy say on app.clause_comments for insert to payung_staff
  with check (org_id = (select app.org()) and author = (select app.staff()));
do $$ declare t text; begin
  foreach t in array array['clause_versions', 'clause_choices', 'clause_answers', 'village_findings'] loop
    execute format('create policy write on app.%I for insert to payung_staff with check (org_id = (select app.org())
      and author = (select app.staff()) and (select app.has_role(''law-drafter''))
      and exists (select from app.clause_texts own where own.id = text_id and own.org_id = (select app.org())))', t);
  end loop;
end $$;
