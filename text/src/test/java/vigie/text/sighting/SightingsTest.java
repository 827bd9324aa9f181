package vigie.text.sighting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightingsTest {
    private static final Sightings SIGHTINGS = new Sightings(List.of("TN", "FR"));

    static String said(List<Sighting> found) {
        return found.stream()
                .map(f -> f.kind().name().toLowerCase(Locale.ROOT) + "=" + f.value())
                .collect(Collectors.joining(" "));
    }

    private static void assertFound(String text, String found) {
        assertEquals(found == null ? "" : found, said(SIGHTINGS.in(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    write to Ada.Stone+x@Example.ORG.              | email=ada.stone+x@example.org
                    mailto:ben@example.museum, <b.c@x-y.co.uk>     | email=ben@example.museum email=b.c@x-y.co.uk
                    Привет@почта.рф josé@example.org               | email=привет@почта.рф email=josé@example.org
                    كتب لي وada@example.org                        | email=ada@example.org
                    ada@example.com.Then we went                   | email=ada@example.com
                    ada@xn--e1afmkfd.xn--p1ai                      | email=ada@пример.рф
                    photo_1@14-05-2020_10-00-00.jpg                |
                    photos/photo_3@14-05-2020_10-00-00.jpg_thumb.jpg |
                    photo@example.jpg ada@example.com.jpg image@2x.png |
                    a@b ada@example .ada@ ada.@example.org ada@-x.org ada@x-.org |
                    ada@example.com_x ada@example.com@x            |
                    https://example.org/x?mail=ada@example.org&b=c | url=https://example.org/x?mail=ada@example.org&b=c email=ada@example.org
                    """)
    void an_email_address_needs_a_domain_that_exists_by_its_end(String text, String found) {
        assertFound(text, found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    ask @Ada_Stone. or (@ben)                      | handle=ada_stone handle=ben
                    x@@yy @12 @1234 @a @logo.png                   | handle=yy
                    https://www.Example.org:443/a/?utm_source=x&q=1#x! | url=https://example.org/a?q=1#x
                    http://example.org:8080/                       | url=https://example.org:8080
                    https://user:word@example.org/x                | url=https://example.org/x
                    (https://en.example.org/wiki/A_(b))            | url=https://en.example.org/wiki/A_(b)
                    www.example.org/, www.example www.             | url=https://example.org
                    ftp://example.org/x example.org/x ://x         | url=ftp://example.org/x
                    t.me/Ada_Stone/                                | url=https://t.me/ada_stone handle=ada_stone
                    https://telegram.me/Garden/12?single           | url=https://t.me/garden/12?single handle=garden
                    https://t.me/joinchat/AbCd                     | url=https://t.me/+AbCd invite=AbCd
                    t.me/+AbCdEf                                   | url=https://t.me/+AbCdEf invite=AbCdEf
                    tg://join?invite=AbC_d                         | url=https://t.me/+AbC_d invite=AbC_d
                    t.me/+33612345678                              | url=https://t.me/+33612345678 phone=+33612345678
                    https://t.me/c/1234567/89                      | url=https://t.me/c/1234567/89 platform_id=channel:1234567
                    tg://user?id=12345                             | url=tg://user?id=12345 platform_id=user:12345
                    tg://resolve?domain=Garden                     | url=https://t.me/garden handle=garden
                    https://garden.t.me                            | url=https://t.me/garden handle=garden
                    https://wa.me/33612345678?text=a               | url=https://wa.me/33612345678?text=a phone=+33612345678
                    https://chat.whatsapp.com/AbCdEf012            | url=https://chat.whatsapp.com/AbCdEf012 invite=AbCdEf012
                    https://api.whatsapp.com/send?phone=33612345678&text=a | url=https://api.whatsapp.com/send?phone=33612345678 phone=+33612345678
                    https://signal.group/#CjQKIabc                 | url=https://signal.group/#CjQKIabc invite=CjQKIabc
                    https://discord.gg/AbCd discord.com/users/12345 | url=https://discord.gg/AbCd invite=AbCd url=https://discord.com/users/12345 platform_id=user:12345
                    https://m.facebook.com/profile.php?ref=x&id=10001 | url=https://facebook.com/profile.php?id=10001 platform_id=10001
                    https://www.facebook.com/Ada.Stone/            | url=https://facebook.com/ada.stone handle=ada.stone
                    https://www.instagram.com/p/Xy/                | url=https://instagram.com/p/Xy
                    https://www.instagram.com/Ada_1/?igsh=zz       | url=https://instagram.com/ada_1 handle=ada_1
                    https://www.tiktok.com/@Ada.s/video/1          | url=https://tiktok.com/@ada.s/video/1 handle=ada.s
                    https://twitter.com/i/user/12345               | url=https://x.com/i/user/12345 platform_id=12345
                    https://mobile.twitter.com/Ada/status/12       | url=https://x.com/ada/status/12 handle=ada
                    https://vk.com/search?q=a                      | url=https://vk.com/search?q=a
                    """)
    void an_address_has_one_form_and_says_what_it_names(String text, String found) {
        assertFound(text, found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    +33 6 12 34 56 78                              | phone=+33612345678
                    +33 (0)6 12 34 56 78 2024                      | phone=+33612345678
                    (+216) 20.123.456                              | phone=+21620123456
                    +33612345678 0612345679                        | phone=+33612345678 phone=+33612345679
                    0033612345678, tel:20123456                    | phone=+33612345678 phone=+21620123456
                    20 123 456 20.123.456 20-123-456               | phone=+21620123456 phone=+21620123456 phone=+21620123456
                    +1 (202) 555-0123                              | phone=+12025550123
                    +33 1 234                                      |
                    20240601 2024-06-01 10:30:00 01/02/2024 14.05.2020 |
                    20.123.456,00 x20123456 20123456x 1234         |
                    order 123456789012, v1.2.3.4, 1.2.3.4.5 300.1.1.1 01.2.3.4 |
                    192.168.10.100 10.0.0.1:8080 (192.0.2.7).      | ipv4=192.168.10.100 ipv4=10.0.0.1 ipv4=192.0.2.7
                    2001:0DB8:0000:0000:0000:ff00:0042:8329        | ipv6=2001:db8::ff00:42:8329
                    2001:db8:0:1:1:1:1:1 [2001:db8::1]:443         | ipv6=2001:db8:0:1:1:1:1:1 ipv6=2001:db8::1
                    fe80::1%eth0 ::ffff:192.0.2.1                  | ipv6=fe80::1 ipv6=::ffff:192.0.2.1
                    std::string a::b 10:30:15 00:1a:2b:3c:4d:5e ::1 :: 1:2:3:4:5:6:7:8 |
                    """)
    void numbers_to_call_and_of_machines_are_found(String text, String found) {
        assertFound(text, found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    TN59 1000 6035 1835 9847 8831.                 | iban=TN5910006035183598478831
                    fr14 2004 1010 0505 0001 3m02 606              | iban=FR1420041010050500013M02606
                    GB82WEST12345698765432                         | iban=GB82WEST12345698765432
                    GB82WEST12345698765433 GB82WEST12345698765432x |
                    10006035183598478831, 10 006 0351835984788 31  | tunisian_rib=10006035183598478831 tunisian_rib=10006035183598478831
                    10006035183598478832                           |
                    1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2             | bitcoin=1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2
                    3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLz             |
                    BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4     | bitcoin=bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4
                    bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5     |
                    0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed     | ethereum=0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed
                    0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed     | ethereum=0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed
                    0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD     |
                    IMEI: 490154203237518                          | imei=490154203237518
                    49-015420-323751-8                             | imei=490154203237518
                    490154203237518, IMEI 490154203237519          |
                    4111 1111 1111 1111 5555-5555-5555-4444        | card=411111******1111 card=555555******4444
                    378282246310005 30569309025904                 | card=378282*****0005 card=30569*****5904
                    4111 1111 1111 1112 4111-1111 1111-1111        |
                    4111111111111111x 1234567812345670             |
                    """)
    void numbers_with_a_checksum_are_found_where_it_holds(String text, String found) {
        assertFound(text, found);
    }
}
