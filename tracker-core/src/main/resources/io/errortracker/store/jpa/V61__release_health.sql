-- How sessions went: counters by release, environment and hour; and what is known of each session, so that it counts once.

create table session_group (
    id bigint not null primary key,
    app_release varchar(250) not null,
    environment varchar(250) not null,
    unique (app_release, environment)
);

create table session_hour (
    group_id bigint not null,
    hour_no bigint not null,
    sessions bigint not null,
    errored bigint not null,
    crashed bigint not null,
    primary key (group_id, hour_no)
);

create index session_hour_no on session_hour (hour_no);

-- outcome: -1 not counted yet, 0 without an error, 1 with one, 2 crashed
create table session_state (
    sid varchar(64) not null primary key,
    hour_no bigint not null,
    outcome smallint not null
);

create index session_state_hour on session_state (hour_no);

insert into sequence_no (name, last_value) values ('session_group', 0);
