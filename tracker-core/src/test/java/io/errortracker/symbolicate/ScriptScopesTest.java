package io.errortracker.symbolicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptScopesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "function pay(a){HERE}                                   | pay",
                "function*pay(a){HERE}                                   | pay",
                "async function pay(a){HERE}                             | pay",
                "let pay=function(a){HERE}                               | pay",
                "let pay=async function*(a){HERE}                        | pay",
                "let f=function pay(a){HERE}                             | pay",
                "let pay=(a)=>{HERE}                                     | pay",
                "let pay=async(a)=>{HERE}                                | pay",
                "let pay=a=>{HERE}                                       | pay",
                "let pay=async a=>{HERE}                                 | pay",
                "let pay=a=>a+HERE                                       | pay",
                "let pay=a=>b=>{HERE}                                    | ~~",
                "x={pay:()=>HERE,b:1}                                    | pay",
                "x={a:1,pay:function(){HERE}}                            | pay",
                "x={a:1,'pay':function(){HERE}}                          | pay",
                "x={pay(a,b){HERE}}                                      | pay",
                "class X{pay(){HERE}}                                    | pay",
                "class X{static async*pay(){HERE}}                       | pay",
                "class X{get pay(){HERE}}                                | pay",
                "class X{#pay(){HERE}}                                   | #pay",
                "class X{pay=()=>{HERE}}                                 | pay",
                "class X{constructor(){HERE}}                            | constructor",
                "exports.pay=function(){HERE}                            | pay",
                "a?b:()=>{HERE}                                          | ~~",
                "run(()=>{HERE})                                         | ~~",
                "run(function(){HERE})                                   | ~~",
                "function pay(){if(a){HERE}}                             | pay",
                "function pay(){for(;;){while(b){HERE}}}                 | pay",
                "function pay(){try{}catch(e){HERE}}                     | pay",
                "function pay(){run(a=>a+1);HERE}                        | pay",
                "function pay(){x=a=>a+1;HERE}                           | pay",
                "function pay(){return[a=>a+1,HERE]}                     | pay",
                "function pay(){return`a${b=>`${c}`}d${HERE}`}           | pay",
                "function pay(){return`}`+HERE}                          | pay",
                "function pay(){return'}'+HERE}                          | pay",
                "function pay(){return\"\\\"}\"+HERE}                    | pay",
                "function pay(){return/[/}]}/.test(a)+HERE}              | pay",
                "function pay(){return a/b}/1;HERE                       | ~~",
                "function pay(){/*}*/HERE}                               | pay",
                "function pay(){x={a:{b:1}};HERE}                        | pay",
                "function pay(){}HERE                                    | ~~",
                "HERE                                                    | ~~",
                "function a(){function pay(){HERE}}                      | pay",
                "function pay(){function a(){}HERE}                      | pay",
                "(function(){HERE})()                                    | ~~",
                "if(a==b){pay=(c)=>{HERE}}                               | pay"
            })
    void a_place_lies_in_the_function_whose_braces_are_around_it(String script, String name) {
        String text = script.replace("HERE", "\n!x");
        Place place = new Place(1, 1);

        Map<Place, ScriptScopes.Name> names = ScriptScopes.around(text, new TreeSet<>(List.of(place)));

        assertThat(names.containsKey(place) ? names.get(place).word() : "").isEqualTo(name);
    }

    @Test
    void any_text_ends_in_time_and_without_a_failure() {
        Random random = new Random(5);
        String alphabet = "(){}[]`$'\"/\\=>:,;a b\n*function.";
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            ScriptScopes.around(text.toString(), new TreeSet<>(List.of(new Place(0, 90), new Place(3, 0))));
        }
        String deep = "(".repeat(1_000_000) + "a=>".repeat(1_000_000);
        assertThat(ScriptScopes.around(deep, new TreeSet<>(List.of(new Place(9, 0)))))
                .isEmpty();
    }
}
