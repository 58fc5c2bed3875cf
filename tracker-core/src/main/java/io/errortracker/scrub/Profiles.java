package io.errortracker.scrub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The text rules for each kind of text.
 *
 * @param prose sentences and whatever else
 * @param address a URL or path as a whole
 * @param code source code, in which only literals are secrets
 * @param setting what the deployment is configured with, such as the release: secrets are sought, personal data and numbers are not
 * @param identity who a user is: secrets and addresses of the network are sought, names and e-mail addresses are not
 * @param queries the query of a URL
 */
record Profiles(
        TextRules prose,
        TextRules address,
        TextRules code,
        TextRules setting,
        TextRules identity,
        QueryStrings queries) {

    /** @param keepAddresses whether addresses of the internet may stay */
    static Profiles of(KeyRules keys, List<String> extraPatterns, boolean keepAddresses) {
        List<ExtraPattern> extra = extraPatterns.stream().map(ExtraPattern::of).toList();
        PathTokens paths = new PathTokens(keys);
        KeyedText named = new KeyedText(keys, false);
        List<Detector> marked = List.of(new PemKeys(), new AuthSchemes(), new IssuedTokens());
        List<Detector> personal = List.of(new Emails(), new Ibans(), new CardNumbers(), new SocialSecurityNumbers());
        List<Detector> addresses = keepAddresses ? List.of() : List.of(new IpAddresses());
        List<Detector> database = List.of(new DatabaseTalk(keys));

        // a URL may hold a URL in its query, and that one yet another; the third is looked at as mere text
        TextRules flat = new TextRules(join(marked, List.of(named), personal, addresses, extra));
        QueryStrings inner = new QueryStrings(keys, flat::scrub);
        TextRules nested = new TextRules(join(
                marked,
                database,
                List.of(new Urls(inner, paths), named),
                personal,
                addresses,
                List.of(new UserPaths()),
                extra));
        QueryStrings queries = new QueryStrings(keys, nested::scrub);
        Urls urls = new Urls(queries, paths);

        return new Profiles(
                new TextRules(join(
                        marked, database, List.of(named, urls), personal, addresses, List.of(new UserPaths()), extra)),
                new TextRules(join(marked, List.of(new BarePath(queries, paths), urls, named), personal, extra)),
                new TextRules(join(marked, List.of(urls, new KeyedText(keys, true)), personal, extra)),
                new TextRules(join(marked, List.of(urls, named), extra)),
                new TextRules(join(marked, List.of(urls, named), addresses, extra)),
                queries);
    }

    @SafeVarargs
    private static List<Detector> join(Collection<? extends Detector>... parts) {
        List<Detector> all = new ArrayList<>();
        for (Collection<? extends Detector> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
