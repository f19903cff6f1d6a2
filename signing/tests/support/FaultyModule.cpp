// SPDX-License-Identifier: Apache-2.0
// A PKCS#11 module around SoftHSM that counts calls, fails when a test says so, and locks the PIN after three wrong ones,
// which SoftHSM never does.
#include <dlfcn.h>
#include <p11-kit/pkcs11.h>

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace {

struct Fault {
    CK_RV result = CKR_OK;
    int times = 0;
    std::chrono::milliseconds delay{};  ///< before the fault is answered
};

std::mutex mutex;
std::map<std::string, int> calls;
std::map<std::string, Fault> faults;
int wrongPins = 0;

CK_FUNCTION_LIST* original = nullptr;
CK_FUNCTION_LIST changed;

/// Counts a call; the fault that is due, or one of CKR_OK.
Fault dueFault(const char* function) {
    const std::scoped_lock lock(mutex);
    ++calls[function];
    Fault& fault = faults[function];
    if (fault.times == 0) {
        return {};
    }
    --fault.times;
    return fault;
}

CK_RV enter(const char* function) {
    const Fault fault = dueFault(function);
    std::this_thread::sleep_for(fault.delay);
    return fault.result;
}

CK_RV logIn(CK_SESSION_HANDLE session, CK_USER_TYPE user, CK_UTF8CHAR_PTR pin, CK_ULONG size) {
    if (const CK_RV fault = enter("C_Login"); fault != CKR_OK) {
        return fault;
    }
    constexpr int kMostWrongPins = 3;
    const std::scoped_lock lock(mutex);
    if (wrongPins >= kMostWrongPins) {
        return CKR_PIN_LOCKED;
    }
    const CK_RV result = original->C_Login(session, user, pin, size);
    wrongPins = result == CKR_PIN_INCORRECT ? wrongPins + 1 : result == CKR_OK ? 0 : wrongPins;
    return result;
}

CK_RV openSession(CK_SLOT_ID slot, CK_FLAGS flags, void* application, CK_NOTIFY notify, CK_SESSION_HANDLE* session) {
    const CK_RV fault = enter("C_OpenSession");
    return fault != CKR_OK ? fault : original->C_OpenSession(slot, flags, application, notify, session);
}

CK_RV beginSigning(CK_SESSION_HANDLE session, CK_MECHANISM* mechanism, CK_OBJECT_HANDLE key) {
    const CK_RV fault = enter("C_SignInit");
    if (fault == CKR_USER_NOT_LOGGED_IN) {
        original->C_Logout(session);  // so that only a new login helps
    }
    return fault != CKR_OK ? fault : original->C_SignInit(session, mechanism, key);
}

CK_RV sign(CK_SESSION_HANDLE session, unsigned char* data, CK_ULONG dataSize, unsigned char* signature, CK_ULONG* size) {
    const CK_RV fault = enter("C_Sign");
    return fault != CKR_OK ? fault : original->C_Sign(session, data, dataSize, signature, size);
}

}  // namespace

extern "C" {

CK_RV C_GetFunctionList(CK_FUNCTION_LIST** list) {
    void* library = ::dlopen("/usr/lib/softhsm/libsofthsm2.so", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    const auto getFunctionList = reinterpret_cast<CK_C_GetFunctionList>(::dlsym(library, "C_GetFunctionList"));
    if (getFunctionList == nullptr || getFunctionList(&original) != CKR_OK) {
        return CKR_GENERAL_ERROR;
    }
    changed = *original;
    changed.C_Login = logIn;
    changed.C_OpenSession = openSession;
    changed.C_SignInit = beginSigning;
    changed.C_Sign = sign;
    *list = &changed;
    return CKR_OK;
}

void faultyModuleReset() {
    const std::scoped_lock lock(mutex);
    calls.clear();
    faults.clear();
    wrongPins = 0;
}

void faultyModuleFail(const char* function, CK_RV result, int times) {
    const std::scoped_lock lock(mutex);
    faults[function] = {result, times};
}

void faultyModuleFailLate(const char* function, CK_RV result, int times, int delayMilliseconds) {
    const std::scoped_lock lock(mutex);
    faults[function] = {result, times, std::chrono::milliseconds(delayMilliseconds)};
}

int faultyModuleCalls(const char* function) {
    const std::scoped_lock lock(mutex);
    return calls[function];
}
}
