package vigie.text.checksum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumsTest {
    /// Numbers that card schemes publish for tests, and the example of ISO/IEC 7812-1.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "79927398713", "4111111111111111", "5555555555554444", "378282246310005",
                "6011111111111117", "3530111333300000", "30569309025904", "490154203237518"
            })
    void a_check_digit_holds_and_no_other_does(String digits) {
        assertTrue(Luhn.holds(digits));
        for (int i = 0; i < digits.length(); i++) {
            for (char other = '0'; other <= '9'; other++) {
                String changed = digits.substring(0, i) + other + digits.substring(i + 1);
                assertEquals(changed.equals(digits), Luhn.holds(changed), changed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "4111-1111", "٤١١١١١١١١١١١١١١١"})
    void what_is_not_digits_has_no_check_digit(String text) {
        assertFalse(Luhn.holds(text));
    }

    /// The examples of the IBAN registry.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AD1200012030200359100100",
                "AE070331234567890123456",
                "AL47212110090000000235698741",
                "AT611904300234573201",
                "AZ21NABZ00000000137010001944",
                "BA391290079401028494",
                "BE68539007547034",
                "BG80BNBG96611020345678",
                "BH67BMAG00001299123456",
                "BR1800360305000010009795493C1",
                "BY13NBRB3600900000002Z00AB00",
                "CH9300762011623852957",
                "CR05015202001026284066",
                "CY17002001280000001200527600",
                "CZ6508000000192000145399",
                "DE89370400440532013000",
                "DK5000400440116243",
                "DO28BAGR00000001212453611324",
                "EE382200221020145685",
                "EG380019000500000000263180002",
                "ES9121000418450200051332",
                "FI2112345600000785",
                "FO6264600001631634",
                "FR1420041010050500013M02606",
                "GB29NWBK60161331926819",
                "GE29NB0000000101904917",
                "GI75NWBK000000007099453",
                "GL8964710001000206",
                "GR1601101250000000012300695",
                "GT82TRAJ01020000001210029690",
                "HR1210010051863000160",
                "HU42117730161111101800000000",
                "IE29AIBK93115212345678",
                "IL620108000000099999999",
                "IQ98NBIQ850123456789012",
                "IS140159260076545510730339",
                "IT60X0542811101000000123456",
                "JO94CBJO0010000000000131000302",
                "KW81CBKU0000000000001234560101",
                "KZ86125KZT5004100100",
                "LB62099900000001001901229114",
                "LI21088100002324013AA",
                "LT121000011101001000",
                "LU280019400644750000",
                "LV80BANK0000435195001",
                "MC5811222000010123456789030",
                "MD24AG000225100013104168",
                "ME25505000012345678951",
                "MK07250120000058984",
                "MR1300020001010000123456753",
                "MT84MALT011000012345MTLCAST001S",
                "MU17BOMM0101101030300200000MUR",
                "NL91ABNA0417164300",
                "NO9386011117947",
                "PK36SCBL0000001123456702",
                "PL61109010140000071219812874",
                "PS92PALS000000000400123456702",
                "PT50000201231234567890154",
                "QA58DOHB00001234567890ABCDEFG",
                "RO49AAAA1B31007593840000",
                "RS35260005601001611379",
                "SA0380000000608010167519",
                "SE4550000000058398257466",
                "SI56263300012039086",
                "SK3112000000198742637541",
                "SM86U0322509800000000270100",
                "TL380080012345678910157",
                "TN5910006035183598478831",
                "TR330006100519786457841326",
                "UA213223130000026007233566001",
                "VA59001123000012345678",
                "VG96VPVG0000012345678901",
                "XK051212012345678906"
            })
    void an_account_of_the_registry_holds_and_no_digit_of_it_can_be_another(String iban) {
        assertEquals(IbanLengths.of(iban.substring(0, 2)), iban.length());
        assertTrue(Mod97.holdsForIban(iban));
        for (int i = 4; i < iban.length(); i++) {
            if (Character.isDigit(iban.charAt(i))) {
                char other = (char) ('0' + (iban.charAt(i) - '0' + 1) % 10);
                String changed = iban.substring(0, i) + other + iban.substring(i + 1);
                assertFalse(Mod97.holdsForIban(changed), changed);
            }
        }
    }

    @Test
    void a_tunisian_account_holds_by_its_key() {
        String rib = "10006035183598478831";
        assertTrue(Mod97.holdsForTunisianRib(rib));
        for (int i = 0; i < rib.length(); i++) {
            char other = (char) ('0' + (rib.charAt(i) - '0' + 3) % 10);
            assertFalse(
                    Mod97.holdsForTunisianRib(rib.substring(0, i) + other + rib.substring(i + 1)));
        }
        assertFalse(Mod97.holdsForTunisianRib("00000000000000000000"));
        assertFalse(Mod97.holdsForTunisianRib("1000603518359847883"));
        assertFalse(Mod97.holdsForTunisianRib("1000603518359847883a"));
    }

    /// The addresses of BIP-173 and BIP-350.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
                "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7",
                "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
                "BC1SW50QGDZ25J",
                "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs",
                "tb1qqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesrxh6hy",
                "tb1pqqqqp399et2xygdj5xreqhjjvcmzhxw4aywxecjdzew6hylgvsesf3hn0c",
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"
            })
    void a_witness_address_of_the_standard_holds(String address) {
        assertTrue(Bech32.isAddress(address));
        char last = address.charAt(address.length() - 1);
        char other = last == 'q' || last == 'Q' ? 'p' : 'q';
        String changed = address.substring(0, address.length() - 1) + other;
        assertFalse(Bech32.isAddress(changed.toLowerCase(java.util.Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq5zuyut",
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
                "tb1z0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqglt7rf",
                "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",
                "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
                "tb1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq24jc47",
                "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
                "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R",
                "bc1pw5dgrnzv",
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav",
                "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
                "tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vq47Zagq",
                "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf",
                "tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vpggkg4j",
                "bc1gmk9yu",
                "",
                "1",
                "bc1"
            })
    void a_witness_address_that_the_standard_refuses_is_refused(String address) {
        assertFalse(Bech32.isAddress(address));
    }

    @ParameterizedTest
    @CsvSource({
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa, 0",
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2, 0",
        "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy, 5",
        "1111111111111111111114oLvT2, 0",
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3, -1",
        "11BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2, -1",
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN0, -1",
        "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz, -1"
    })
    void an_older_address_has_the_version_of_its_network(String address, int version) {
        assertEquals(version, Base58.version(address));
    }

    /// The addresses of EIP-55.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x52908400098527886E0F7030069857D2E4169EE7",
                "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
                "0xde709f2102306220921060314715629080e2fb77",
                "0x27b1fdb04752bbc536007a920d24acb045561c26",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
            })
    void the_capitals_of_an_address_are_its_checksum(String address) {
        assertEquals(address, Ethereum.checksummed(address.toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void the_digest_is_that_of_before_the_standard() {
        assertEquals(
                "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
                HexFormat.of().formatHex(Keccak.digest(new byte[0])));
        assertThrows(IllegalArgumentException.class, () -> Keccak.digest(new byte[136]));
        assertThrows(IllegalArgumentException.class, () -> Ethereum.checksummed("0x12"));
    }
}
