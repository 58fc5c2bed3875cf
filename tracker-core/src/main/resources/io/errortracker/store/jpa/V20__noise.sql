create table ignore_rule (
    id bigint not null primary key,
    exception_type varchar(300) not null,
    message_pattern varchar(300) not null,
    route varchar(300) not null,
    status_codes varchar(300) not null,
    user_agent varchar(300) not null,
    entry_point varchar(300) not null,
    note varchar(300) not null,
    paused boolean not null,
    created bigint not null,
    author varchar(200) not null
);

insert into sequence_no (name, last_value) values ('ignore_rule', 0);

create table noise_switched_off (
    name varchar(64) not null primary key
);

create table dropped_hour (
    cause varchar(64) not null,
    hour_no bigint not null,
    events bigint not null,
    primary key (cause, hour_no)
);
