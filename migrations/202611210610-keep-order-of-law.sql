-- The files of a release and the entries of an edit keep the order in which they were written: people read them.
alter table app.law_releases alter column files type json using files::json;
alter table app.law_edits alter column base type json using base::json;
alter table app.law_edits alter column content type json using content::json;
