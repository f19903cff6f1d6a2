// SPDX-License-Identifier: Apache-2.0
// iText 5 and PDFBox 2 as sides of the comparison that tests/bench/signing makes: the documents and keys of the folder, invisible PAdES
// signatures as increments in memory. Answers each line "OPERATION DOCUMENT KEY TIMES" with milliseconds by the clock.
//
//   java -cp … JavaPeers.java FOLDER
import com.itextpdf.text.pdf.PdfReader;
import com.itextpdf.text.pdf.PdfSignatureAppearance;
import com.itextpdf.text.pdf.PdfStamper;
import com.itextpdf.text.pdf.security.BouncyCastleDigest;
import com.itextpdf.text.pdf.security.MakeSignature;
import com.itextpdf.text.pdf.security.PrivateKeySignature;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Calendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

public class JavaPeers {
    interface Side {
        byte[] sign(byte[] document, Key key) throws Exception;
    }

    record Key(PrivateKey secret, Certificate[] chain, String algorithm) {}

    static final int RESERVED_BYTES = 16384;

    static Key keyOf(Path folder, String name) throws Exception {
        char[] passphrase = System.getenv("BENCH_PASSPHRASE").toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(folder.resolve(name + ".p12"))) {
            store.load(stream, passphrase);
        }
        String alias = store.aliases().nextElement();
        return new Key((PrivateKey) store.getKey(alias, passphrase), store.getCertificateChain(alias),
            name.equals("rsa") ? "SHA256withRSA" : "SHA256withECDSA");
    }

    static byte[] signWithItext(byte[] document, Key key) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream(document.length + 2 * RESERVED_BYTES);
        PdfReader reader = new PdfReader(document);
        PdfStamper stamper = PdfStamper.createSignature(reader, out, '\0', null, true);
        PdfSignatureAppearance appearance = stamper.getSignatureAppearance();
        appearance.setSignDate(Calendar.getInstance());
        MakeSignature.signDetached(appearance, new BouncyCastleDigest(), new PrivateKeySignature(key.secret(), "SHA-256", "BC"), key.chain(),
            null, null, null, RESERVED_BYTES, MakeSignature.CryptoStandard.CADES);
        reader.close();
        return out.toByteArray();
    }

    static byte[] signWithPdfbox(byte[] document, Key key) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream(document.length + 2 * RESERVED_BYTES);
        try (PDDocument pdf = PDDocument.load(document); SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setSignDate(Calendar.getInstance());
            options.setPreferredSignatureSize(RESERVED_BYTES);
            pdf.addSignature(signature, content -> containerOf(content, key), options);
            pdf.saveIncremental(out);
        }
        return out.toByteArray();
    }

    static byte[] containerOf(InputStream content, Key key) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().setProvider("BC").build())
                .build(new JcaContentSignerBuilder(key.algorithm()).setProvider("BC").build(key.secret()), (X509Certificate) key.chain()[0]));
            generator.addCertificates(new JcaCertStore(Arrays.asList(key.chain())));
            return generator.generate(new CMSProcessableByteArray(content.readAllBytes()), false).getEncoded();
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        Path folder = Path.of(arguments[0]);
        PrintStream answers = System.out;
        System.setOut(System.err);  // libraries print notices there after a while
        answers.println("ready");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] words = line.split(" ");
            Side side = words[0].equals("itext") ? JavaPeers::signWithItext : JavaPeers::signWithPdfbox;
            byte[] document = Files.readAllBytes(folder.resolve(words[1] + ".pdf"));
            Key key = keyOf(folder, words[2]);
            int times = Integer.parseInt(words[3]);
            byte[] signed = side.sign(document, key);
            Files.write(folder.resolve(words[0] + "-" + words[1] + "-" + words[2] + ".pdf"), signed);
            long start = System.nanoTime();
            for (int round = 0; round < times; ++round) {
                side.sign(document, key);
            }
            answers.println((System.nanoTime() - start) / 1e6 / times);
        }
    }
}
