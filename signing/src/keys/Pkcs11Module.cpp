// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/Pkcs11Module.h"

#include <dlfcn.h>

#include <condition_variable>
#include <filesystem>
#include <set>

#include "keys/Pkcs11Native.h"

namespace congvu::signing {
namespace {

/// Fixed-size fields of Cryptoki are padded with blanks and not terminated.
template <std::size_t Size>
std::string textOfField(const unsigned char (&field)[Size]) {
    std::string text(reinterpret_cast<const char*>(field), Size);
    text = text.substr(0, text.find('\0'));
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

Pkcs11TokenInfo describe(CK_SLOT_ID slotId, const CK_SLOT_INFO& slot, const CK_TOKEN_INFO& token) {
    Pkcs11TokenInfo out;
    out.slotId = slotId;
    out.slotDescription = textOfField(slot.slotDescription);
    out.slotManufacturer = textOfField(slot.manufacturerID);
    out.label = textOfField(token.label);
    out.manufacturer = textOfField(token.manufacturerID);
    out.model = textOfField(token.model);
    out.serial = textOfField(token.serialNumber);
    out.isInitialized = (token.flags & CKF_TOKEN_INITIALIZED) != 0;
    out.isLoginRequired = (token.flags & CKF_LOGIN_REQUIRED) != 0;
    out.hasPinPad = (token.flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0;
    out.isPinLastTry = (token.flags & CKF_USER_PIN_FINAL_TRY) != 0;
    out.isPinLocked = (token.flags & CKF_USER_PIN_LOCKED) != 0;
    return out;
}

[[noreturn]] void refuseModule(const std::string& path, const std::string& why) {
    throw SigningError(ErrorCode::moduleUnavailable, "PKCS#11 module " + path + ": " + why);
}

CK_FUNCTION_LIST* functionsOf(const std::string& path) {
    void* library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (library == nullptr) {
        const char* why = ::dlerror();
        refuseModule(path, why != nullptr ? why : "cannot be loaded");
    }
    const auto getFunctionList = reinterpret_cast<CK_C_GetFunctionList>(::dlsym(library, "C_GetFunctionList"));
    CK_FUNCTION_LIST* list = nullptr;
    if (getFunctionList == nullptr || getFunctionList(&list) != CKR_OK || list == nullptr) {
        refuseModule(path, "not a PKCS#11 module");
    }
    return list;
}

/// The modules in use: Cryptoki is started and finished for the whole process, so everybody must share it.
struct LoadedModules {
    std::mutex mutex;
    std::condition_variable finished;
    std::map<std::string, std::weak_ptr<Pkcs11Module>> byPath;
    std::set<CK_FUNCTION_LIST*> started;  ///< until C_Finalize has returned
};

LoadedModules& loadedModules() {
    static keys::PerProcess<LoadedModules> modules;
    return modules.get();
}

/// The module of a path when it is in use. Waits while its last user finishes it: started meanwhile, it would be finished
/// under the new user's feet.
std::shared_ptr<Pkcs11Module> moduleInUse(LoadedModules& modules, std::unique_lock<std::mutex>& lock, const std::string& path,
                                          CK_FUNCTION_LIST* functions) {
    std::shared_ptr<Pkcs11Module> module;
    modules.finished.wait(lock, [&] {
        module = modules.byPath[path].lock();
        return module != nullptr || !modules.started.contains(functions);
    });
    return module;
}

}  // namespace

Pkcs11Module::Native::Native(std::string modulePath, CK_FUNCTION_LIST* list) : path(std::move(modulePath)), functions_(list) {}

Pkcs11Module::Native::~Native() {
    if (!start.isOwn() || !start.get().isOurs) {
        return;
    }
    LoadedModules& modules = loadedModules();
    const std::scoped_lock lock(modules.mutex);
    functions_->C_Finalize(nullptr);
    modules.started.erase(functions_);
    modules.finished.notify_all();
}

CK_FUNCTION_LIST& Pkcs11Module::Native::functions() {
    Start& here = start.get();
    std::call_once(here.once, [this, &here] {
        CK_C_INITIALIZE_ARGS arguments{};
        arguments.flags = CKF_OS_LOCKING_OK;
        const CK_RV result = functions_->C_Initialize(&arguments);
        if (result != CKR_OK && result != CKR_CRYPTOKI_ALREADY_INITIALIZED) {
            refuseModule(path,
                         "C_Initialize: " + (result == CKR_CANT_LOCK ? "it cannot serve several threads" : keys::nameOfResult(result)));
        }
        here.isOurs = result == CKR_OK;
    });
    return *functions_;
}

std::vector<Pkcs11TokenInfo> Pkcs11Module::Native::tokens() {
    CK_FUNCTION_LIST& list = functions();
    // SoftHSM's C_GetTokenInfo takes the time from gmtime, whose result all threads share.
    const std::scoped_lock lock(start.get().tokenInfoMutex);
    std::vector<CK_SLOT_ID> slots;
    CK_RV result = CKR_BUFFER_TOO_SMALL;
    // A reader may be plugged in between the two calls.
    for (int attempt = 0; attempt < 3 && result == CKR_BUFFER_TOO_SMALL; ++attempt) {
        CK_ULONG size = 0;
        keys::requireOk(list.C_GetSlotList(CK_TRUE, nullptr, &size), "C_GetSlotList");
        slots.resize(size + 8);
        size = slots.size();
        result = list.C_GetSlotList(CK_TRUE, slots.data(), &size);
        slots.resize(result == CKR_OK ? size : slots.size());
    }
    keys::requireOk(result, "C_GetSlotList");
    std::vector<Pkcs11TokenInfo> out;
    for (const CK_SLOT_ID slotId : slots) {
        CK_SLOT_INFO slot{};
        CK_TOKEN_INFO token{};
        if (list.C_GetSlotInfo(slotId, &slot) == CKR_OK && list.C_GetTokenInfo(slotId, &token) == CKR_OK) {
            out.push_back(describe(slotId, slot, token));
        }
    }
    return out;
}

keys::BorrowedSession::BorrowedSession(CK_FUNCTION_LIST& functions, CK_SLOT_ID slot) : functions_(functions) {
    requireOk(functions.C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &handle_), "C_OpenSession");
}

std::vector<keys::CertificateObject> keys::certificatesIn(CK_FUNCTION_LIST& functions, CK_SESSION_HANDLE session) {
    std::vector<CertificateObject> out;
    const auto wanted = ObjectTemplate().with(CKA_CLASS, CKO_CERTIFICATE).with(CKA_CERTIFICATE_TYPE, CKC_X_509);
    for (const CK_OBJECT_HANDLE object : findObjects(functions, session, wanted)) {
        const auto content = attributeOf(functions, session, object, CKA_VALUE);
        if (!content) {
            continue;
        }
        const Bytes label = attributeOf(functions, session, object, CKA_LABEL).value_or(Bytes{});
        try {
            out.push_back({std::string(textOf(label)), attributeOf(functions, session, object, CKA_ID).value_or(Bytes{}),
                           Certificate::fromDer(*content)});
        } catch (const SigningError&) {
            // An object that is no certificate is not offered.
        }
    }
    return out;
}

Pkcs11Module::Pkcs11Module(std::unique_ptr<Native> native) : native_(std::move(native)) {}

Pkcs11Module::~Pkcs11Module() = default;

std::shared_ptr<Pkcs11Module> Pkcs11Module::load(const std::string& path) {
    std::error_code error;
    const std::filesystem::path real = std::filesystem::canonical(path, error);
    if (error || !std::filesystem::is_regular_file(real, error)) {
        refuseModule(path, "no such file");
    }
    CK_FUNCTION_LIST* functions = functionsOf(real.string());
    LoadedModules& modules = loadedModules();
    std::unique_lock lock(modules.mutex);
    if (auto module = moduleInUse(modules, lock, real.string(), functions)) {
        return module;
    }
    std::shared_ptr<Pkcs11Module> module(new Pkcs11Module(std::make_unique<Native>(path, functions)));
    module->native().functions();
    if (module->native().start.get().isOurs) {
        modules.started.insert(functions);
    }
    modules.byPath[real.string()] = module;
    return module;
}

const std::string& Pkcs11Module::path() const {
    return native_->path;
}

std::vector<Pkcs11TokenInfo> Pkcs11Module::tokens() const {
    return native_->tokens();
}

std::vector<Pkcs11Certificate> Pkcs11Module::certificates() const {
    CK_FUNCTION_LIST& functions = native_->functions();
    std::vector<Pkcs11Certificate> out;
    for (const Pkcs11TokenInfo& token : tokens()) {
        try {
            const keys::BorrowedSession session(functions, token.slotId);
            for (keys::CertificateObject& object : keys::certificatesIn(functions, session.handle())) {
                out.push_back({token, std::move(object.label), std::move(object.id), std::move(object.certificate), path()});
            }
        } catch (const SigningError&) {
            // A token that is taken out meanwhile, or is not set up, does not hide the others.
        }
    }
    return out;
}

Pkcs11Uri Pkcs11Certificate::uri() const {
    Pkcs11Uri out;
    out.token = token.label;
    out.serial = token.serial;
    if (id.empty()) {
        out.object = label;
    } else {
        out.id = std::string(textOf(id));
    }
    out.modulePath = modulePath;
    return out;
}

}  // namespace congvu::signing
