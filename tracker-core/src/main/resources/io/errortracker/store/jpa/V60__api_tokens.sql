-- Bearer tokens of the web API that people made on the pages: only their hashes.

create table api_token (
    id bigint not null primary key,
    name varchar(100) not null unique,
    sha256 varchar(64) not null unique,
    ending varchar(8) not null,
    scopes varchar(100) not null,
    author varchar(200) not null,
    made bigint not null,
    expires bigint,
    last_used bigint
);

insert into sequence_no (name, last_value) values ('api_token', 0);
