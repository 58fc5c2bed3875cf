package io.errortracker.symbolicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps as the standard allows and forbids them. Each is written with apostrophes for quotes. */
class SourceMapCasesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // the file as such
                "``                                                                      | it is not a JSON object",
                "{                                                                       | it is not JSON",
                "[]                                                                      | it is not a JSON object",
                "null                                                                    | it is not a JSON object",
                "'map'                                                                   | it is not a JSON object",
                "{'version':3,'sources':[],'mappings':''}x                               | it is not JSON",
                "{'version':3,'sources':[],'mappings':''                                 | it is not JSON",
                "{'version':3,'sources':[],'mappings':'}                                 | it is not JSON",
                "{'version':3 'sources':[],'mappings':''}                                | it is not JSON",
                "{'version':3,'sources':[],'mappings':'',}                               | it is not JSON",
                "{version:3}                                                             | it is not JSON",
                // version
                "{'sources':[],'mappings':''}                                            | it has no version",
                "{'version':'3','sources':[],'mappings':''}                              | its version is not a number",
                "{'version':'x','sources':[],'mappings':''}                              | its version is not a number",
                "{'version':null,'sources':[],'mappings':''}                             | its version is not a number",
                "{'version':3.5,'sources':[],'mappings':''}                              | its version is not a number",
                "{'version':2,'sources':[],'mappings':''}                                | its version is not 3",
                "{'version':4,'sources':[],'mappings':''}                                | its version is not 3",
                "{'version':99999999999,'sources':[],'mappings':''}                      | its version is not a number",
                // file, sourceRoot
                "{'version':3,'file':7,'sources':[],'mappings':''}                       | its file is not a string",
                "{'version':3,'file':[],'sources':[],'mappings':''}                      | its file is not a string",
                "{'version':3,'sourceRoot':7,'sources':[],'mappings':''}                 | its sourceRoot is not a string",
                "{'version':3,'sourceRoot':{},'sources':[],'mappings':''}                | its sourceRoot is not a string",
                // sources
                "{'version':3,'mappings':''}                                             | it has no sources",
                "{'version':3,'sources':'a.ts','mappings':''}                            | its sources are not a list",
                "{'version':3,'sources':{},'mappings':''}                                | its sources are not a list",
                "{'version':3,'sources':null,'mappings':''}                              | its sources are not a list",
                "{'version':3,'sources':[7],'mappings':''}                               | its sources hold what is no string and not null",
                "{'version':3,'sources':[{}],'mappings':''}                              | its sources hold what is no string and not null",
                // sourcesContent
                "{'version':3,'sources':[],'sourcesContent':'x','mappings':''}           | its sourcesContent are not a list",
                "{'version':3,'sources':[],'sourcesContent':[7],'mappings':''}           | its sourcesContent hold what is no string and not null",
                // names
                "{'version':3,'sources':[],'names':'x','mappings':''}                    | its names are not a list",
                "{'version':3,'sources':[],'names':{},'mappings':''}                     | its names are not a list",
                "{'version':3,'sources':[],'names':[null],'mappings':''}                 | its names hold what is no string",
                "{'version':3,'sources':[],'names':[7],'mappings':''}                    | its names hold what is no string",
                // ignoreList
                "{'version':3,'sources':[],'mappings':'','ignoreList':7}                 | its ignored sources are not a list",
                "{'version':3,'sources':[],'mappings':'','ignoreList':['a']}             | its ignoreList holds what is no number",
                "{'version':3,'sources':[],'mappings':'','ignoreList':[null]}            | its ignoreList holds what is no number",
                "{'version':3,'sources':['a'],'mappings':'','ignoreList':[0.5]}          | its ignoreList holds what is no number",
                "{'version':3,'sources':['a'],'mappings':'','ignoreList':[1]}            | its ignoreList names a source that it does not list",
                "{'version':3,'sources':['a'],'mappings':'','ignoreList':[-1]}           | its ignoreList names a source that it does not list",
                // mappings
                "{'version':3,'sources':[]}                                              | it has no mappings",
                "{'version':3,'sources':[],'mappings':5}                                 | its mappings are not a string",
                "{'version':3,'sources':[],'mappings':[]}                                | its mappings are not a string",
                "{'version':3,'sources':['a'],'mappings':'A$AA'}                         | its mappings hold what is no base 64 number",
                "{'version':3,'sources':['a'],'mappings':'AAA='}                         | its mappings hold what is no base 64 number",
                "{'version':3,'sources':['a'],'mappings':'AAAA.AAAA'}                    | its mappings hold what is no base 64 number",
                "{'version':3,'sources':['a'],'mappings':'AAA\\u00e4'}                   | its mappings hold what is no base 64 number",
                "{'version':3,'sources':['a'],'mappings':'g'}                            | its mappings hold what is no base 64 number",
                "{'version':3,'sources':['a'],'mappings':'AAAg'}                         | its mappings hold what is no base 64 number",
                "{'version':3,'sources':['a'],'mappings':'AA'}                           | a segment of its mappings has 2 or 3 fields, not 1, 4 or 5",
                "{'version':3,'sources':['a'],'mappings':'AAA'}                          | a segment of its mappings has 2 or 3 fields, not 1, 4 or 5",
                "{'version':3,'sources':['a'],'names':['n'],'mappings':'AAAAAA'}         | a segment of its mappings has more than 5 fields",
                "{'version':3,'sources':['a'],'mappings':'AAAA,,AAAA'}                   | a segment of its mappings is empty",
                "{'version':3,'sources':['a'],'mappings':',AAAA'}                        | a segment of its mappings is empty",
                "{'version':3,'sources':['a'],'mappings':';,AAAA'}                       | a segment of its mappings is empty",
                "{'version':3,'sources':['a'],'mappings':'AAAA,'}                        | a segment of its mappings is empty",
                "{'version':3,'sources':['a'],'mappings':'ACAA'}                         | its mappings name a source that it does not list",
                "{'version':3,'sources':[],'mappings':'AAAA'}                            | its mappings name a source that it does not list",
                "{'version':3,'sources':['a'],'names':[],'mappings':'AAAAA'}             | its mappings name a name that it does not list",
                "{'version':3,'sources':['a'],'names':['n'],'mappings':'AAAAC'}          | its mappings name a name that it does not list",
                "{'version':3,'sources':['a'],'mappings':'DAAA'}                         | its mappings hold a column out of range",
                "{'version':3,'sources':['a'],'mappings':'ADAA'}                         | its mappings hold a source out of range",
                "{'version':3,'sources':['a'],'mappings':'AADA'}                         | its mappings hold a line out of range",
                "{'version':3,'sources':['a'],'mappings':'AAAD'}                         | its mappings hold a column out of range",
                "{'version':3,'sources':['a'],'names':['n'],'mappings':'AAAAD'}          | its mappings hold a name out of range",
                "{'version':3,'sources':['a'],'mappings':'CAAA,FAAA'}                    | its mappings hold a column out of range",
                "{'version':3,'sources':['a'],'mappings':'AAAA,CAFA'}                    | its mappings hold a line out of range",
                "{'version':3,'sources':['a'],'mappings':'AAAA,CAAF'}                    | its mappings hold a column out of range",
                "{'version':3,'sources':['a'],'mappings':'ggggggggE'}                    | its mappings hold a number of more than 32 bits",
                "{'version':3,'sources':['a'],'mappings':'ggggggI'}                      | its mappings hold a number of more than 32 bits",
                "{'version':3,'sources':['a'],'mappings':'+/////D,C'}                    | its mappings hold a column out of range",
                // sections
                "{'version':3,'sections':7}                                              | its sections are not a list",
                "{'version':3,'sections':{}}                                             | its sections are not a list",
                "{'version':3,'sections':[7]}                                            | a section of it is no object",
                "{'version':3,'sections':[{}]}                                           | a section of it has no map",
                "{'version':3,'sections':[{'offset':{'line':0,'column':0}}]}             | a section of it has no map",
                "{'version':3,'sections':[{'map':{'version':3,'sources':[],'mappings':''}}]} | a section of it has no offset",
                "{'version':3,'sections':[{'offset':7}]}                                 | the offset of a section is no object",
                "{'version':3,'sections':[{'offset':{'line':0}}]}                        | the offset of a section has no line or no column",
                "{'version':3,'sections':[{'offset':{'column':0}}]}                      | the offset of a section has no line or no column",
                "{'version':3,'sections':[{'offset':{'line':'0','column':0}}]}           | the line of a section is no number",
                "{'version':3,'sections':[{'offset':{'line':0,'column':'0'}}]}           | the column of a section is no number",
                "{'version':3,'sections':[{'offset':{'line':0,'column':0},'map':7}]}     | it is not a JSON object",
                "{'version':3,'sections':[{'offset':{'line':0,'column':0},'map':{}}]}    | it has no version",
                "{'version':3,'sections':[{'offset':{'line':0,'column':0},'url':'x'}]}   | a section of it lies in another file",
                "{'version':3,'sections':[{'offset':{'line':0,'column':0},'map':{'version':3,'sections':[]}}]} | a section of it has sections itself",
                "{'version':3,'sections':[],'mappings':''}                               | it has both mappings and sections",
                "{'sections':[]}                                                         | it has no version",
                "{'version':3,'sections':[{'offset':{'line':1,'column':0},'map':{'version':3,'sources':[],'mappings':''}},{'offset':{'line':0,'column':0},'map':{'version':3,'sources':[],'mappings':''}}]} | its sections are not in order",
                "{'version':3,'sections':[{'offset':{'line':0,'column':0},'map':{'version':3,'sources':[],'mappings':''}},{'offset':{'line':0,'column':0},'map':{'version':3,'sources':[],'mappings':''}}]} | its sections are not in order"
            })
    void a_map_that_breaks_the_standard_is_refused_with_a_reason(String map, String reason) {
        assertThatThrownBy(() -> read(map).checked())
                .isInstanceOf(BadSourceMapException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'version':3,'sources':[],'mappings':''}                                              | 1 | 1 | -",
                "{'version':3,'sources':['a.ts'],'mappings':'AAAA'}                                    | 1 | 1 | a.ts:1:1",
                "{'version':3,'sources':['a.ts'],'mappings':'AAAA'}                                    | 1 | 900 | a.ts:1:1",
                "{'version':3,'sources':['a.ts'],'mappings':'CAAA'}                                    | 1 | 1 | -",
                "{'version':3,'sources':['a.ts'],'mappings':';;AACA'}                                  | 3 | 1 | a.ts:2:1",
                "{'version':3,'sources':['a.ts'],'mappings':';;AACA'}                                  | 2 | 1 | -",
                "{'version':3,'sources':['a.ts'],'mappings':';;;;;;;;;;'}                              | 3 | 1 | -",
                "{'version':3,'sources':['a.ts'],'names':[],'mappings':'AAAA,EACE;AACA'}               | 1 | 3 | a.ts:2:3",
                "{'version':3,'sources':['a.ts'],'names':[],'mappings':'AAAA,EACE;AACA'}               | 1 | 2 | a.ts:1:1",
                "{'version':3,'sources':['a.ts'],'names':[],'mappings':'AAAA,EACE;AACA'}               | 2 | 9 | a.ts:3:3",
                "{'version':3,'sources':['a.ts','b.ts'],'mappings':'AAAA,CCAA,CDAA'}                   | 1 | 2 | b.ts:1:1",
                "{'version':3,'sources':['a.ts','b.ts'],'mappings':'AAAA,CCAA,CDAA'}                   | 1 | 3 | a.ts:1:1",
                "{'version':3,'sources':['a.ts'],'mappings':'AAAA,C'}                                  | 1 | 2 | ?",
                "{'version':3,'sources':[null],'mappings':'AAAA'}                                      | 1 | 1 | ?",
                "{'version':3,'sources':[null],'sourcesContent':[null],'mappings':'AAAA'}              | 1 | 1 | ?",
                "{'version':3,'sources':['a.ts'],'sourceRoot':'src','mappings':'AAAA'}                 | 1 | 1 | src/a.ts:1:1",
                "{'version':3,'sources':['a.ts'],'sourceRoot':'src/','mappings':'AAAA'}                | 1 | 1 | src/a.ts:1:1",
                "{'version':3,'sources':['a.ts'],'sourceRoot':null,'file':null,'mappings':'AAAA'}      | 1 | 1 | a.ts:1:1",
                "{'version':3,'sources':['/a.ts'],'sourceRoot':'src','mappings':'AAAA'}                | 1 | 1 | /a.ts:1:1",
                "{'mappings':'AAAA','sourceRoot':'src','sources':['a.ts'],'version':3}                 | 1 | 1 | src/a.ts:1:1",
                "{'version':3,'sources':['a.ts'],'mappings':'AAAA','x_other':{'a':[1,{'b':null}]}}     | 1 | 1 | a.ts:1:1",
                "{'version':3,'version':3,'sources':['b.ts'],'sources':['a.ts'],'mappings':'AAAA'}     | 1 | 1 | a.ts:1:1",
                "{'version':3,'sources':['a.ts'],'mappings':'EAAA,FACA'}                               | 1 | 1 | a.ts:2:1",
                "{'version':3,'sources':['a.ts'],'mappings':'EAAA,FACA'}                               | 1 | 3 | a.ts:1:1",
                "{'version':3,'sources':['a.ts'],'mappings':'AAAA,AACA'}                               | 1 | 1 | a.ts:2:1",
                "{'version':3,'sources':['a.ts'],'mappings':'AAggggggggggA'}                           | 1 | 1 | !",
                "{'version':3,'sources':['a.ts'],'mappings':'AAggggggggggAA'}                          | 1 | 1 | a.ts:1:1",
                "{'version':3,'sources':['a.ts'],'mappings':'AA8/////DA'}                              | 1 | 1 | a.ts:2147483647:1",
                "{'version':3,'sources':['a.ts'],'mappings':'\\u0041AAA'}                              | 1 | 1 | a.ts:1:1",
                "{'version':3,'sources':['\\u0061.ts'],'mappings':'AAAA'}                              | 1 | 1 | a.ts:1:1",
                "{'version':3,'sections':[]}                                                           | 1 | 1 | -",
                "{'version':3,'sections':[{'offset':{'line':0,'column':0},'map':{'version':3,'sources':['a.ts'],'mappings':'AAAA'}},{'offset':{'line':0,'column':5},'map':{'version':3,'sources':['b.ts'],'mappings':'AAAA;AACA'}}]} | 1 | 5 | a.ts:1:1",
                "{'version':3,'sections':[{'offset':{'line':0,'column':0},'map':{'version':3,'sources':['a.ts'],'mappings':'AAAA'}},{'offset':{'line':0,'column':5},'map':{'version':3,'sources':['b.ts'],'mappings':'AAAA;AACA'}}]} | 1 | 6 | b.ts:1:1",
                "{'version':3,'sections':[{'offset':{'line':0,'column':0},'map':{'version':3,'sources':['a.ts'],'mappings':'AAAA'}},{'offset':{'line':0,'column':5},'map':{'version':3,'sources':['b.ts'],'mappings':'AAAA;AACA'}}]} | 2 | 1 | b.ts:2:1",
                "{'version':3,'sections':[{'offset':{'line':3,'column':0},'map':{'version':3,'sources':['a.ts'],'mappings':'AAAA'}}]} | 1 | 1 | -",
                "{'version':3,'sections':[{'offset':{'line':3,'column':0},'map':{'version':3,'sources':['a.ts'],'mappings':'AAAA'}}]} | 4 | 1 | a.ts:1:1"
            })
    void a_position_is_told_as_the_map_has_it(String map, int line, int column, String original) throws Exception {
        if (original.equals("!")) {
            assertThatThrownBy(() -> read(map).checked()).isInstanceOf(BadSourceMapException.class);
            return;
        }
        SourceMap.Origin origin = read(map).checked().origin(line, column);

        assertThat(told(origin)).isEqualTo(original);
    }

    @Test
    void a_line_that_keeps_pages_from_running_the_map_is_passed_over() throws Exception {
        String map = ")]}'\n{'version':3,'sources':['a.ts'],'mappings':'AAAA'}";

        assertThat(told(read(map).origin(1, 1))).isEqualTo("a.ts:1:1");
        assertThat(told(read("\u00ef\u00bb\u00bf" + map.substring(5)).origin(1, 1)))
                .isEqualTo("a.ts:1:1");
    }

    @Test
    void names_and_ignored_sources_are_told() throws Exception {
        String map = "{'version':3,'sources':['a.ts','lib.ts'],'names':['total','r\\u00e9sum\\u00e9'],"
                + "'mappings':'AAAAA,CCAAC','ignoreList':[1]}";

        SourceMap.Origin own = read(map).origin(1, 1);
        SourceMap.Origin library =
                read(map.replace("ignoreList", "x_google_ignoreList")).origin(1, 2);

        assertThat(own.name()).isEqualTo("total");
        assertThat(own.ignored()).isFalse();
        assertThat(library.name()).isEqualTo("r\u00e9sum\u00e9");
        assertThat(library.ignored()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{'a':", "[{'a':"})
    void nesting_of_any_depth_is_refused_and_not_walked_into(String open) {
        String map = "{'version':3,'x':" + open.repeat(100_000);

        assertThatThrownBy(() -> read(map))
                .isInstanceOf(BadSourceMapException.class)
                .hasMessageContaining("deep");
    }

    @Test
    void a_map_of_many_mebibytes_is_asked_in_one_walk() throws Exception {
        String map = "{'version':3,'sources':['a.ts'],'mappings':'AAAA" + ",CAAC".repeat(2_000_000) + "'}";

        assertThat(told(read(map).origin(1, 1_500_001))).isEqualTo("a.ts:1:1500001");
    }

    private static String told(SourceMap.Origin origin) {
        if (origin == null) {
            return "-";
        }
        return origin.source() == null ? "?" : origin.source() + ":" + origin.line() + ":" + origin.column();
    }

    private static SourceMap read(String map) throws BadSourceMapException {
        return SourceMap.read(map.replace('\'', '"').replace(")]}\"", ")]}'").getBytes(StandardCharsets.ISO_8859_1));
    }
}
