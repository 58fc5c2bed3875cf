-- Which issue each fingerprint leads to: one issue may have several, by versions of the algorithm and by people who merged. pinned: people
-- said so, which goes before what another version of the algorithm says. The headline is that of its first event.
create table fingerprint (
    hash varchar(64) not null primary key,
    issue_id bigint not null,
    algorithm int not null,
    pinned boolean not null,
    events bigint not null,
    first_seen bigint not null,
    last_seen bigint not null,
    kind varchar(300) not null,
    headline varchar(500) not null,
    culprit varchar(500)
);

create index fingerprint_of_issue on fingerprint (issue_id);

insert into fingerprint (hash, issue_id, algorithm, pinned, events, first_seen, last_seen, kind, headline, culprit)
select fingerprint, id, algorithm, false, events, first_seen, last_seen, kind, headline, culprit from issue;

-- The fingerprint that led to the event's issue.
alter table event add column fingerprint varchar(64);

update event set fingerprint = (select i.fingerprint from issue i where i.id = event.issue_id);

-- An issue that was merged into another keeps its rows, under a status that no list asks for, so that it can come apart again.
create table issue_merge (
    id bigint not null primary key,
    survivor_id bigint not null,
    loser_id bigint not null unique,
    happened bigint not null,
    actor varchar(200) not null,
    survivor_status smallint not null,
    loser_status smallint not null,
    survivor_first_release varchar(250)
);

create index issue_merge_survivor on issue_merge (survivor_id);

-- What came to the survivor: fingerprints, and users, environments and releases it had not had.
create table issue_merge_part (
    merge_id bigint not null,
    kind smallint not null,
    name varchar(250) not null,
    primary key (merge_id, kind, name)
);

insert into sequence_no (name, last_value) values ('issue_merge', 0);
