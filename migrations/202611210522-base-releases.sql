-- A release stands on a base: files delivered with the program or taken over from another installation. After an upgrade the
-- program itself lays the local edits on the new base, so a release may have no maker.
alter table app.law_releases drop constraint law_releases_origin_check;
alter table app.law_releases drop constraint law_releases_check;
alter table app.law_releases drop constraint law_releases_check1;
alter table app.law_releases rename column shipped_id to base_id;
alter table app.law_releases add constraint law_releases_origin_check check (origin in ('shipped', 'imported', 'upgraded', 'made-here'));
alter table app.law_releases add constraint law_releases_base_check check ((origin in ('shipped', 'imported')) = (base_id is null));
alter table app.law_releases add constraint law_releases_maker_check check (origin <> 'shipped' or made_by is null);
comment on column app.law_releases.base_id is 'The delivered or imported files that this release was made upon: an upgrade lays the local differences on the next base.';
