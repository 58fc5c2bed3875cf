-- Files that make minified code readable, the bundles they came in, and the releases they belong to.

create table artifact_chunk (
    sha1 varchar(40) not null primary key,
    stored bigint not null,
    bytes int not null,
    body ${bytes} not null
);

create index artifact_chunk_stored on artifact_chunk (stored);

create table artifact_bundle (
    id bigint not null primary key,
    checksum varchar(40) not null unique,
    complete boolean not null,
    files int not null,
    bytes bigint not null,
    uploaded bigint not null
);

create index artifact_bundle_uploaded on artifact_bundle (uploaded);

-- A bundle without a release is found by debug ids alone; it has a row with an empty name.
create table artifact_release (
    bundle_id bigint not null,
    name varchar(250) not null,
    dist varchar(250) not null,
    primary key (bundle_id, name, dist)
);

create index artifact_release_name on artifact_release (name, bundle_id);

create table artifact_file (
    id bigint not null primary key,
    bundle_id bigint not null,
    kind smallint not null,
    url varchar(1000) not null,
    base_name varchar(250) not null,
    debug_id varchar(36),
    map_url varchar(1000),
    bytes bigint not null,
    pieces int not null
);

create index artifact_file_bundle on artifact_file (bundle_id);
create index artifact_file_debug_id on artifact_file (debug_id);
create index artifact_file_base_name on artifact_file (base_name, bundle_id);

-- The id is that of the file times 1024, and the number of the piece.
create table artifact_piece (
    id bigint not null primary key,
    body ${bytes} not null
);

create table release_info (
    name varchar(250) not null primary key,
    created bigint not null,
    released bigint
);

create table release_deploy (
    id bigint not null primary key,
    release_name varchar(250) not null,
    environment varchar(250) not null,
    name varchar(250),
    url varchar(1000),
    started bigint,
    finished bigint not null
);

create index release_deploy_release on release_deploy (release_name, id);

insert into sequence_no (name, last_value) values ('artifact', 0), ('deploy', 0);
